import { relative } from "node:path";

/** One mistake in a description, and the place to mend it. Lines and columns count from 1. */
export interface Problem {
  readonly message: string;
  /** Absolute path or URL of the file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The description cannot be used. Its message lists every problem, one to a line. */
export class DescriptionError extends Error {
  override readonly name = "DescriptionError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** `file:line:column: message`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const shown = /^https?:/.test(file) ? file : relative(process.cwd(), file) || file;
  return `${shown}:${line}:${column}: ${message.replaceAll(/\s*\n\s*/g, " ")}`;
}
