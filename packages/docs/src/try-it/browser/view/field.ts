import type { ComponentChildren, VNode } from "preact";
import { idOf, type Path } from "../draft/issue.ts";
import { type FormContext, issuesAt, type Label } from "./context.ts";
import { h } from "./h.ts";

/** The attributes that tie a control to its label, hint and issues. */
export function controlAttributes(
  context: Pick<FormContext, "issues">,
  path: Path,
  { required, hint }: Label,
) {
  const id = idOf(path);
  const isInvalid = issuesAt(context, path).length > 0;
  const describedBy = [...(hint ? [hintId(path)] : []), ...(isInvalid ? [issueId(path)] : [])];
  return {
    id,
    "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
    "aria-invalid": isInvalid ? ("true" as const) : undefined,
    "aria-required": required ? ("true" as const) : undefined,
  };
}

export function labelContent({ name, type, required, deprecated = false }: Label): ComponentChildren {
  return [
    h("code", null, name),
    type && [" ", h("span", { class: "type" }, type)],
    required && [" ", h("span", { class: "required" }, "required")],
    deprecated && [" ", h("span", { class: "gone" }, "deprecated")],
  ];
}

export function hintView(path: Path, hint: string | undefined): VNode | undefined {
  return hint === undefined ? undefined : h("p", { class: "hint", id: hintId(path) }, hint);
}

/** What is wrong at a place. It is read with its control, and announced with all others in the summary. */
export function issuesView(context: Pick<FormContext, "issues">, path: Path): VNode | undefined {
  const issues = issuesAt(context, path);
  if (issues.length === 0) return undefined;
  const texts = issues.map(({ text }) => h("span", { key: text }, text));
  return h("p", { class: "issue", id: issueId(path) }, texts);
}

function hintId(path: Path): string {
  return `hint:${idOf(path)}`;
}

function issueId(path: Path): string {
  return `issue:${idOf(path)}`;
}
