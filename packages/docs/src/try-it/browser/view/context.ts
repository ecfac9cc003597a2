import type { VNode } from "preact";
import type { ControlIndex, Field } from "../../form/form.ts";
import { type Controls, controlAt, type Draft } from "../draft/draft.ts";
import { type Issue, isSamePath, type Path } from "../draft/issue.ts";

/** What all parts of a form need. */
export type FormContext = {
  readonly controls: Controls;
  readonly issues: readonly Issue[];
  /** Shows any control: those that have others in them show them by it. */
  readonly Control: (props: ControlProps) => VNode;
};

/** What a field says of itself. */
export type Label = {
  readonly name: string;
  readonly type: string | undefined;
  readonly required: boolean;
  readonly deprecated?: boolean | undefined;
  readonly hint: string | undefined;
};

export type ControlProps = {
  readonly context: FormContext;
  readonly index: ControlIndex;
  readonly draft: Draft;
  readonly path: Path;
  readonly label: Label;
  readonly onChange: (draft: Draft) => void;
  /** Takes out what the reader has added; what stands in the form anyway has none. */
  readonly onRemove?: (() => void) | undefined;
  /** Whatever is around it has the label, and what it has in it stands there without a frame. */
  readonly isBare?: boolean;
};

/** What a field of an object, or a parameter, says of itself. */
export function labelOf(
  { controls }: FormContext,
  { name, required, deprecated, hint, control }: Field,
): Label {
  return { name, required, deprecated, hint, type: controlAt(controls, control).type };
}

export function issuesAt({ issues }: Pick<FormContext, "issues">, path: Path): readonly Issue[] {
  return issues.filter((issue) => isSamePath(issue.path, path));
}

/**
 * Moves the focus to an element that stands in the page once what has changed is shown: to it, or the first control in it.
 * Preact shows a change in a microtask, so that this one comes after it and before the reader's next key.
 */
export function focusLater(id: string): void {
  queueMicrotask(() => {
    const element = document.getElementById(id);
    const control = element?.matches("input, select, textarea, button")
      ? element
      : element?.querySelector<HTMLElement>("input, select, textarea, button");
    (control ?? element)?.focus();
  });
}
