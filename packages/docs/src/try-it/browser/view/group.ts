import type { ComponentChildren, VNode } from "preact";
import type { Control } from "../../form/form.ts";
import { absent, type Draft, emptyDraft } from "../draft/draft.ts";
import { idOf } from "../draft/issue.ts";
import { type ControlProps, focusLater } from "./context.ts";
import { controlAttributes, hintView, issuesView, labelContent } from "./field.ts";
import { h } from "./h.ts";
import { removeButton } from "./remove-button.ts";

type GroupProps = ControlProps & { readonly control: Control };

/**
 * What has other controls in it.
 *
 * @param content Undefined as long as it is left out and has to be added first.
 */
export function group(props: GroupProps, content: ComponentChildren | undefined): VNode {
  const { context, control, draft, path, label, onChange, index } = props;
  const id = idOf(path);
  const change = (next: Draft): void => {
    onChange(next);
    focusLater(id);
  };
  const isOpen = content !== undefined && draft.kind !== "null";
  const isAbsent = draft.kind === "absent";
  // What is always open is left out when it is empty.
  const leaveOut =
    isAbsent || (isOpen && label.required) || isEmptyable(control) ? undefined : () => change(absent);
  const remove = props.onRemove ?? (draft.kind === "null" ? () => change(absent) : leaveOut);
  const { "aria-invalid": _, "aria-required": __, ...attributes } = controlAttributes(context, path, label);
  return h(
    "fieldset",
    { ...attributes, tabIndex: -1, class: "group" },
    h("legend", null, labelContent(label)),
    hintView(path, label.hint),
    issuesView(context, path),
    isOpen && content,
    h(
      "div",
      { class: "row" },
      draft.kind === "null" && h("code", null, "null"),
      isAbsent && !isOpen && addButton(label.name, () => change(emptyDraft(context.controls, index))),
      isAbsent &&
        control.nullable &&
        quietButton(`Send null for ${label.name}`, () => change({ kind: "null" })),
      remove && removeButton(label.name, remove, `Remove ${label.name}`),
    ),
  );
}

/** Whether a control without anything in it says that nothing is to be sent. */
function isEmptyable(control: Control): boolean {
  return control.kind === "list" || (control.kind === "object" && control.fields.length === 0);
}

export function addButton(name: string, onAdd: () => void): VNode {
  return quietButton(`Add ${name}`, onAdd);
}

function quietButton(text: string, onClick: () => void): VNode {
  return h("button", { type: "button", class: "button", onClick }, text);
}
