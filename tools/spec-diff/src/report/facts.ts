import { isAbsolute, relative } from "node:path";
import { type Change, type Difference, type Place, unexplained, type Verdict } from "../difference.ts";
import type { Line, Section } from "./outline.ts";
import { shareWords } from "./share-words.ts";

/** Absolute paths are shown from where the reader is; whatever else a file is called by stays. */
export function showFile(file: string): string {
  return isAbsolute(file) ? relative(process.cwd(), file) || file : file;
}

/** `file:line:column`, the form that editors and terminals turn into a link. */
export function showPlace({ file, line, column }: Place): string {
  return `${showFile(file)}:${line}:${column}`;
}

export const headings: Readonly<Record<Section["kind"], string>> = {
  breaking: "Breaking changes",
  additive: "Additive changes",
  accepted: "Corrections that are accepted",
  documentation: "Changes of the documentation",
};

/** The whole in a few words. */
export function summarize({ verdict, changes }: Difference): string {
  if (verdict === undefined) return "Nothing that a reader could notice has changed.";
  const accepted = changes.filter((change) => change.accepted).length;
  const count = (of: Verdict): number =>
    changes.filter((change) => change.verdict === of && !change.accepted).length;
  const numbers = [
    `${count("breaking")} breaking`,
    `${count("additive")} additive`,
    `${count("documentation")} of the documentation`,
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
  ];
  const whole = { breaking: "Breaking", additive: "Additive", documentation: "Documentation only" }[verdict];
  return `${whole}. Changes: ${numbers.join(", ")}.`;
}

/** Of how many things a reader is told that their texts changed in the same way. */
export const mostTexts = 8;

/** The sentence of a line, in one line, with what else it goes for. */
export function sayLine({ changes: [{ summary }], others }: Line, most = others.length): string {
  const same = others.length === 0 ? "" : ` The same goes for ${listShared(others, most)}.`;
  return oneLine(summary) + same;
}

/** The same, with the words that several of them have said once. */
function listShared(items: readonly string[], most: number): string {
  const more = items.length - most;
  if (more <= 1) return listAll(shareWords(items));
  return `${shareWords(items.slice(0, most)).join(", ")} and ${more} more`;
}

function listAll(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Some of a list, and how many more there are. */
export function listSome(items: readonly string[], most: number): string {
  const more = items.length - most;
  // One more takes no more room than to say so.
  if (more > 1) return `${items.slice(0, most).join(", ")} and ${more} more`;
  return listAll(items);
}

/** The operations that a change touches. Of more than some a reader only wants to know how many there are. */
export function listOperations(changes: readonly Change[], show = (operation: string) => operation): string {
  const operations = [...new Set(changes.flatMap((change) => change.operations))].map(show);
  const most = 8;
  const more = operations.length - most;
  return more > 0 ? `${operations.slice(0, most).join(", ")} and ${more} more` : operations.join(", ");
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** How rules and compiler agree. */
export function compareVerdicts({ changes, compiler }: Difference): string {
  const isBreaking = changes.some(({ verdict }) => verdict === "breaking");
  if (compiler.verdict === "compatible") {
    return isBreaking
      ? "The rules are stricter than the compiler, which takes the old inputs and the new outputs."
      : changes.some(({ accepted }) => accepted?.verdict === "breaking")
        ? "The compiler refuses nothing but what comes from what is accepted."
        : "The compiler agrees: it takes the old inputs and the new outputs.";
  }
  const isExplained = unexplained({ changes, compiler }).length === 0;
  const operations = [...new Set(compiler.problems.map(({ operation }) => `\`${operation}\``))];
  if (isExplained)
    return `The compiler agrees: code that calls ${listSome(operations, mostTexts)} may no longer compile.`;
  return isBreaking
    ? "The compiler agrees, and refuses more:"
    : "The compiler is stricter than the rules, so this is breaking. What it refuses:";
}
