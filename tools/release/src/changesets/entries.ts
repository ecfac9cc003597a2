import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Difference, Verdict } from "@visitors-api/spec-diff";

/** One line of a changelog. */
export interface Entry {
  readonly verdict: Verdict;
  readonly text: string;
  /** Says which change a line of a changeset is about, whatever words a maintainer gave it. */
  readonly mark: string;
}

const verdicts: readonly Verdict[] = ["breaking", "additive", "documentation"];

/** What changed for somebody who uses the packages: what breaks first, each change once. */
export function entriesOf({ changes, compiler }: Difference): Entry[] {
  const lines = changes.map(({ verdict, summary }) => ({ verdict, text: oneLine(summary) }));
  // Where the rules see a break, they say it in better words than the compiler.
  if (compiler.verdict === "breaking" && lines.every(({ verdict }) => verdict !== "breaking")) {
    lines.push(
      ...compiler.problems.map((problem) => ({ verdict: "breaking" as const, text: words(problem) })),
    );
  }
  const entries = verdicts.flatMap((wanted) => lines.filter(({ verdict }) => verdict === wanted));
  const marked = entries.map((line) => [markOf(line), { ...line, mark: markOf(line) }] as const);
  return [...new Map(marked).values()];
}

/** The entries for what lies between two bundles of a description. */
export async function entriesBetween(before: string, after: string): Promise<Entry[]> {
  const [one, other] = [before, after].map((file): unknown => JSON.parse(readFileSync(file, "utf8")));
  if (isDeepStrictEqual(one, other)) return [];
  // Comparing loads a compiler, which takes longer than all else here; most of the time there is nothing to compare.
  const { diffDescriptions } = await import("@visitors-api/spec-diff");
  return entriesOf(await diffDescriptions(before, after));
}

function words({ operation, side, message }: Difference["compiler"]["problems"][number]): string {
  const what = side === "input" ? "What a program gives to" : "What a program does with the answer of";
  const [why = ""] = message.split("\n");
  return oneLine(`${what} \`${operation}\` may no longer compile: ${why}`);
}

function markOf({ verdict, text }: Omit<Entry, "mark">): string {
  return createHash("sha256").update(`${verdict} ${text}`).digest("hex").slice(0, 8);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
