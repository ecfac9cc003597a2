import type { Controls } from "../draft/draft.ts";
import { type Issue, isSamePath, type Path } from "../draft/issue.ts";

/** What all parts of a form need. */
export type FormContext = {
  readonly controls: Controls;
  readonly issues: readonly Issue[];
};

export function issuesAt({ issues }: FormContext, path: Path): readonly Issue[] {
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
