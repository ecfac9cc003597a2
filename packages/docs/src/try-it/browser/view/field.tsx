import type { ComponentChildren, VNode } from "preact";
import { idOf, type Path } from "../draft/issue.ts";
import { type Label, useIssues } from "./context.ts";

/** The attributes that tie a control to its label, hint and issues. */
export function useAttributes(path: Path, { required = false, hint }: Label) {
  const isInvalid = useIssues(path).length > 0;
  const describedBy = [...(hint ? [hintId(path)] : []), ...(isInvalid ? [issueId(path)] : [])];
  return {
    id: idOf(path),
    "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
    "aria-invalid": isInvalid ? ("true" as const) : undefined,
    "aria-required": required ? ("true" as const) : undefined,
  };
}

type FieldProps = { readonly path: Path; readonly label: Label; readonly children: ComponentChildren };

/** A control with its label above it, and what is wrong below. */
export function FieldView({ path, label, children }: FieldProps): VNode {
  return (
    <div class="field">
      <label for={idOf(path)}>
        <LabelText {...label} />
      </label>
      <Hint path={path} {...label} />
      {children}
      <Issues path={path} />
    </div>
  );
}

export function LabelText({ name, type, required, deprecated }: Label): VNode {
  return (
    <>
      <code>{name}</code> <span class="type">{type}</span>{" "}
      {required && <span class="required">required</span>}{" "}
      {deprecated && <span class="gone">{deprecated}</span>}
    </>
  );
}

export function Hint({
  path,
  hint,
}: {
  readonly path: Path;
  readonly hint?: string | undefined;
}): VNode | null {
  if (!hint) return null;
  return (
    <p class="hint" id={hintId(path)}>
      {hint}
    </p>
  );
}

/** What is wrong at a place. It is read with its control, and announced with all others in the summary. */
export function Issues({ path }: { readonly path: Path }): VNode | null {
  const issues = useIssues(path);
  if (issues.length === 0) return null;
  return (
    <p class="issue" id={issueId(path)}>
      {issues.map(({ text }) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

function hintId(path: Path): string {
  return `hint:${idOf(path)}`;
}

function issueId(path: Path): string {
  return `issue:${idOf(path)}`;
}
