import type { ComponentChildren, VNode } from "preact";
import type { Control } from "../../form/form.ts";
import { absent, type Draft, emptyDraft } from "../draft/draft.ts";
import { idOf } from "../draft/issue.ts";
import { Button } from "./button.tsx";
import { type ControlProps, focusLater } from "./context.ts";
import { Hint, Issues, LabelText, useAttributes } from "./field.tsx";

type GroupProps = ControlProps & {
  /** Undefined as long as it is left out and has to be added first. */
  readonly content: ComponentChildren | undefined;
};

/** What has other controls in it. */
export function Group({ control, draft, path, label, onChange, onRemove, content }: GroupProps): VNode {
  const { name, hint, required } = label;
  const id = idOf(path);
  const change = (next: Draft): void => {
    onChange(next);
    focusLater(id);
  };
  const isNull = draft.kind === "null";
  const isAbsent = draft.kind === "absent";
  const isOpen = content !== undefined && !isNull;
  // What is always open is left out when it is empty.
  const isKept = isAbsent || (isOpen && required) || isEmptyable(control);
  const remove = onRemove ?? (isNull || !isKept ? () => change(absent) : undefined);
  return (
    <fieldset
      id={id}
      aria-describedby={useAttributes(path, label)["aria-describedby"]}
      tabIndex={-1}
      class="group"
    >
      <legend>
        <LabelText {...label} />
      </legend>
      <Hint path={path} hint={hint} />
      <Issues path={path} />
      {isOpen && content}
      <div class="row">
        {isNull && <code>null</code>}
        {isAbsent && !isOpen && <Button text={`Add ${name}`} onClick={() => change(emptyDraft(control))} />}
        {isAbsent && control.nullable && (
          <Button text={`Send null for ${name}`} onClick={() => change({ kind: "null" })} />
        )}
        {remove && <Button text={`Remove ${name}`} onClick={remove} />}
      </div>
    </fieldset>
  );
}

/** Whether a control without anything in it says that nothing is to be sent. */
function isEmptyable(control: Control): boolean {
  return control.kind === "list" || (control.kind === "object" && control.fields.length === 0);
}
