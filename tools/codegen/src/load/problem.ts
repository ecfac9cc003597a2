import { relative } from "node:path";

/** Something about a description, and the place to mend it. Lines and columns count from 1. */
export interface Problem {
  readonly message: string;
  /** Absolute path or URL of the file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The description cannot be used. Its message lists every mistake, one to a line. */
export class DescriptionError extends Error {
  override readonly name = "DescriptionError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join("\n"));
    this.problems = problems;
  }
}

/**
 * `file:line:column: message`, the form that editors and terminals turn into a link.
 *
 * @param severity Undefined for a mistake.
 */
export function formatProblem(
  { file, line, column, message }: Problem,
  severity?: "warning" | "note",
): string {
  const shown = /^https?:/.test(file) ? file : relative(process.cwd(), file) || file;
  // Control characters of a description must not reach a terminal.
  const text = message.replaceAll(/\s*\p{Cc}\s*/gu, " ");
  return `${shown}:${line}:${column}: ${severity ? `${severity}: ` : ""}${text}`;
}

export function byPlace(a: Problem, b: Problem): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
