import { bumpOf, highest, suffices } from "./bump.ts";
import type { Changeset } from "./changeset.ts";
import type { Entry } from "./entries.ts";
import { marksIn, readSummary, withoutMarks } from "./items.ts";

/**
 * What the pending changesets leave unsaid, understate, or say of a change that is there no more. Nothing when a
 * release of them would tell users what has changed.
 *
 * @param packages The names of those that a change of the description releases.
 */
export function gate(
  pending: readonly Changeset[],
  entries: readonly Entry[],
  packages: readonly string[],
): string[] {
  return [
    ...entries.flatMap((entry) => problemOf(entry, pending, packages)),
    ...pending.flatMap((changeset) => stale(changeset, entries)),
  ];
}

function problemOf(
  { verdict, text, mark }: Entry,
  pending: readonly Changeset[],
  packages: readonly string[],
): string[] {
  const telling = pending.filter(({ summary }) => marksIn(summary).includes(mark));
  if (telling.length === 0) return [`In no changeset (${verdict}): ${text}`];
  const needed = bumpOf[verdict];
  const bumpFor = (name: string) => highest(telling.map(({ bumps }) => bumps[name] ?? "none"));
  const low = packages.filter((name) => !suffices(bumpFor(name), needed));
  if (low.length === 0) return [];
  const [file, asked] = [telling.map(fileOf).join(", "), low.map((name) => `${bumpFor(name)} for ${name}`)];
  return [`${file} says ${asked.join(", ")}, and this is ${verdict}, so ${needed}: ${text}`];
}

function stale(changeset: Changeset, entries: readonly Entry[]): string[] {
  const current = new Set(entries.map(({ mark }) => mark));
  return readSummary(changeset.summary)
    .items.filter(({ marks }) => marks.length > 0 && !marks.some((mark) => current.has(mark)))
    .map(({ text }) => `${fileOf(changeset)} lists what is no longer so: ${withoutMarks(text).slice(2)}`);
}

const fileOf = ({ id }: Changeset): string => `.changeset/${id}.md`;
