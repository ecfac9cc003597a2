import { isAbsolute, relative } from "node:path";
import type { Difference, Place, Verdict } from "../difference.ts";

/** Absolute paths are shown from where the reader is; whatever else a file is called by stays. */
export function showFile(file: string): string {
  return isAbsolute(file) ? relative(process.cwd(), file) || file : file;
}

/** `file:line:column`, the form that editors and terminals turn into a link. */
export function showPlace({ file, line, column }: Place): string {
  return `${showFile(file)}:${line}:${column}`;
}

export const headings: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking changes",
  additive: "Additive changes",
  documentation: "Changes of the documentation",
};

/** The whole in a few words. */
export function summarize({ verdict, changes }: Difference): string {
  if (verdict === undefined) return "Nothing that a reader could notice has changed.";
  const count = (of: Verdict): number => changes.filter((change) => change.verdict === of).length;
  const numbers = `${count("breaking")} breaking, ${count("additive")} additive, ${count("documentation")} of the documentation`;
  const whole = { breaking: "Breaking", additive: "Additive", documentation: "Documentation only" }[verdict];
  return `${whole}. Changes: ${numbers}.`;
}

/** The operations that a change touches. Of more than some a reader only wants to know how many there are. */
export function listOperations(operations: readonly string[]): string {
  const most = 8;
  const more = operations.length - most;
  return more > 0 ? `${operations.slice(0, most).join(", ")} and ${more} more` : operations.join(", ");
}

/** How rules and compiler agree. */
export function compareVerdicts({ changes, compiler }: Difference): string {
  const isBreaking = changes.some(({ verdict }) => verdict === "breaking");
  if (compiler.verdict === "compatible") {
    return isBreaking
      ? "The rules are stricter than the compiler, which takes the old inputs and the new outputs."
      : "The compiler agrees: it takes the old inputs and the new outputs.";
  }
  return isBreaking
    ? "The compiler agrees. What it refuses:"
    : "The compiler is stricter than the rules, so this is breaking. What it refuses:";
}
