import type { VNode } from "preact";
import type { Control } from "../../form/form.ts";
import { absent, type Draft } from "../draft/draft.ts";
import { idOf } from "../draft/issue.ts";
import type { ControlProps } from "./context.ts";
import { controlAttributes, hintView, issuesView, labelContent } from "./field.ts";
import { h } from "./h.ts";
import { removeButton } from "./remove-button.ts";

export type Scalar = Extract<Control, { kind: "text" | "number" | "boolean" | "choice" | "file" | "json" }>;

type ScalarProps = ControlProps & {
  readonly control: Scalar;
  /** What stands on the same line, such as a choice of the type. */
  readonly before?: VNode | undefined;
};

export function isScalar(control: Control): control is Scalar {
  return control.kind !== "object" && control.kind !== "list" && control.kind !== "variants";
}

/** A value that is entered in one place. */
export function ScalarView(props: ScalarProps): VNode {
  const { context, control, draft, path, label, onChange, onRemove, before } = props;
  const id = idOf(path);
  const isNull = draft.kind === "null";
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, labelContent(label)),
    hintView(path, label.hint),
    h(
      "div",
      { class: "row" },
      before,
      entry(props, isNull),
      control.nullable &&
        h(
          "label",
          { class: "null" },
          h("input", {
            type: "checkbox",
            checked: isNull,
            "aria-label": `${label.name} is null`,
            onChange: ({ currentTarget }) => onChange(currentTarget.checked ? { kind: "null" } : absent),
          }),
          "null",
        ),
      onRemove && removeButton(label.name, onRemove),
    ),
    issuesView(context, path),
  );
}

function entry(
  { context, control, draft, path, label, onChange }: Parameters<typeof ScalarView>[0],
  isNull: boolean,
) {
  const attributes = { ...controlAttributes(context, path, label), disabled: isNull };
  const text = draft.kind === "text" ? draft.text : "";
  const leftOut = leftOutText(control, label.required);
  const enter = (entered: string): void => onChange(entered === "" ? absent : textDraft(entered));
  switch (control.kind) {
    case "boolean":
      return select(attributes, text, enter, leftOut, [
        ["true", "true"],
        ["false", "false"],
      ]);
    case "choice":
      return select(
        attributes,
        text,
        enter,
        leftOut,
        control.values.map((value, index) => [String(index), choiceText(value)]),
      );
    case "file":
      return h("input", {
        ...attributes,
        type: "file",
        onChange: ({ currentTarget: { files } }) => {
          const file = files?.[0];
          onChange(file === undefined ? absent : { kind: "file", file });
        },
      });
    case "json":
      return area(attributes, text, enter, control.example, true);
    case "text":
      if (control.long || text.includes("\n")) return area(attributes, text, enter, control.example, false);
  }
  return h("input", {
    ...attributes,
    type: "text",
    inputMode: control.kind === "number" ? "decimal" : undefined,
    autoComplete: "off",
    spellcheck: false,
    value: text,
    placeholder: control.example,
    onInput: ({ currentTarget }) => enter(currentTarget.value),
  });
}

function textDraft(text: string): Draft {
  return { kind: "text", text };
}

type Attributes = ReturnType<typeof controlAttributes> & { disabled: boolean };
type Enter = (text: string) => void;

function select(
  attributes: Attributes,
  value: string,
  enter: Enter,
  leftOut: string,
  options: readonly (readonly [value: string, text: string])[],
): VNode {
  return h(
    "select",
    { ...attributes, value, onChange: ({ currentTarget }) => enter(currentTarget.value) },
    h("option", { value: "", selected: value === "" }, leftOut),
    options.map(([own, text]) => h("option", { key: own, value: own, selected: own === value }, text)),
  );
}

function area(
  attributes: Attributes,
  value: string,
  enter: Enter,
  placeholder: string | undefined,
  isJson: boolean,
): VNode {
  return h("textarea", {
    ...attributes,
    class: isJson ? "json" : undefined,
    rows: Math.min(12, Math.max(3, value.split("\n").length)),
    spellcheck: false,
    value,
    placeholder: isJson ? placeholder && `JSON, such as ${placeholder}` : placeholder,
    onInput: ({ currentTarget }) => enter(currentTarget.value),
  });
}

function leftOutText({ default: applies }: Scalar, required: boolean): string {
  if (applies !== undefined) return `left out, so ${applies}`;
  return required ? "choose one" : "left out";
}

/** A text stands as it is; it is told from a number of the same digits by the type beside the name. */
function choiceText(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
