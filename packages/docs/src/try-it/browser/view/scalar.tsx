import type { VNode } from "preact";
import type { Control } from "../../form/form.ts";
import { absent } from "../draft/draft.ts";
import { Button } from "./button.tsx";
import type { ControlProps } from "./context.ts";
import { FieldView, useAttributes } from "./field.tsx";

export type Scalar = Extract<Control, { kind: "text" | "number" | "choice" | "file" | "json" }>;

export function isScalar(control: Control): control is Scalar {
  return control.kind !== "object" && control.kind !== "list" && control.kind !== "variants";
}

type ScalarProps = ControlProps & {
  readonly control: Scalar;
  /** What stands on the same line, such as a choice of the type. */
  readonly before?: VNode | undefined;
};

/** A value that is entered in one place. */
export function ScalarView(props: ScalarProps): VNode {
  const { control, draft, path, label, onChange, onRemove, before } = props;
  const isNull = draft.kind === "null";
  return (
    <FieldView path={path} label={label}>
      <div class="row">
        {before}
        <Entry {...props} />
        {control.nullable && (
          <label class="null">
            <input
              type="checkbox"
              checked={isNull}
              aria-label={`${label.name} is null`}
              onChange={({ currentTarget }) => onChange(currentTarget.checked ? { kind: "null" } : absent)}
            />
            null
          </label>
        )}
        {onRemove && <Button text="Remove" name={`Remove ${label.name}`} onClick={onRemove} />}
      </div>
    </FieldView>
  );
}

function Entry({ control, draft, path, label, onChange }: ScalarProps): VNode {
  const { example } = control;
  const text = draft.kind === "text" ? draft.text : "";
  const enter = (entered: string): void =>
    onChange(entered === "" ? absent : { kind: "text", text: entered });
  const attributes = {
    ...useAttributes(path, label),
    disabled: draft.kind === "null",
    autoComplete: "off",
    spellcheck: false,
  };
  switch (control.kind) {
    case "file":
      return (
        <input
          {...attributes}
          type="file"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0];
            onChange(file === undefined ? absent : { kind: "file", file });
          }}
        />
      );
    case "choice":
      return (
        <select {...attributes} value={text} onChange={({ currentTarget }) => enter(currentTarget.value)}>
          <option value="">{leftOutText(control, label.required)}</option>
          {control.values.map((value, index) => (
            <option key={index} value={index}>
              {choiceText(value)}
            </option>
          ))}
        </select>
      );
    case "number":
    case "text":
      if (control.kind === "text" && (control.long || text.includes("\n"))) break;
      return (
        <input
          {...attributes}
          type="text"
          inputMode={control.kind === "number" ? "decimal" : undefined}
          value={text}
          placeholder={example}
          onInput={({ currentTarget }) => enter(currentTarget.value)}
        />
      );
  }
  const isJson = control.kind === "json";
  return (
    <textarea
      {...attributes}
      class={isJson ? "json" : undefined}
      rows={Math.min(isJson ? 24 : 12, Math.max(3, text.split("\n").length + 1))}
      value={text}
      placeholder={isJson ? example && `JSON, such as ${example}` : example}
      onInput={({ currentTarget }) => enter(currentTarget.value)}
    />
  );
}

function leftOutText({ default: applies }: Scalar, required = false): string {
  if (applies !== undefined) return `left out, so ${applies}`;
  return required ? "choose one" : "left out";
}

/** A text stands as it is; it is told from a number of the same digits by the type beside the name. */
function choiceText(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
