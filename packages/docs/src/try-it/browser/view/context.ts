import { createContext, type VNode } from "preact";
import { useContext } from "preact/hooks";
import type { Control, Field } from "../../form/form.ts";
import type { Draft } from "../draft/draft.ts";
import { type Issue, idOf, type Path } from "../draft/issue.ts";

/** What all parts of a form need. */
export type FormParts = {
  readonly issues: readonly Issue[];
  /** Shows any control: those that have others in them show them by it. */
  readonly Control: (props: ControlProps) => VNode | null;
};

export const FormContext = createContext<FormParts | undefined>(undefined);

/** @throws {Error} outside of a form. */
export function useForm(): FormParts {
  const parts = useContext(FormContext);
  if (parts === undefined) throw new Error("A part of a form stands outside of it");
  return parts;
}

/** What is wrong at a place. */
export function useIssues(path: Path): readonly Issue[] {
  const id = idOf(path);
  return useForm().issues.filter((issue) => idOf(issue.path) === id);
}

/** What a field says of itself. */
export type Label = {
  readonly name: string;
  readonly type?: string | undefined;
  readonly required?: boolean;
  readonly deprecated?: string | undefined;
  readonly hint?: string | undefined;
};

/** What a field of an object, or a parameter, says of itself. */
export function labelOf({ name, required, deprecated, hint, control }: Field): Label {
  return { name, required, deprecated, hint, type: control.type };
}

export type ControlProps = {
  readonly control: Control;
  readonly draft: Draft;
  readonly path: Path;
  readonly label: Label;
  readonly onChange: (draft: Draft) => void;
  /** Takes out what the reader has added; what stands in the form anyway has none. */
  readonly onRemove?: (() => void) | undefined;
  /** Whatever is around it has the label, and what it has in it stands there without a frame. */
  readonly isBare?: boolean;
};

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
