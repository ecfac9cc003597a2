import type { Verdict } from "@visitors-api/spec-diff";
import { type Bump, bumpOf, highest } from "./bump.ts";
import type { Changeset } from "./changeset.ts";
import { type Entry, verdicts } from "./entries.ts";
import { type Item, markedItem, marksIn, printSummary, readSummary, withoutMarks } from "./items.ts";

export interface Rewritten {
  readonly changesets: readonly Changeset[];
  /** The words that were taken out, as what they were about has not changed any more. */
  readonly removed: readonly string[];
}

/** What the name of a changeset begins with that lists changes of one kind. */
const prefixOf: Readonly<Record<Verdict, string>> = {
  breaking: "description-breaking-",
  additive: "description-additive-",
  documentation: "description-documentation-",
};

/**
 * The changesets with the entries in them. What none of them tells is told in new ones, named after the first thing that each tells,
 * so that two branches that are merged do not write the same file. What a maintainer wrote stays: words are kept as long as what they are
 * marked with is among the entries, text without a mark always, and a bump is raised where it is too low, never lowered.
 *
 * @param packages The names of those that a change of the description releases.
 */
export function rewrite(
  pending: readonly Changeset[],
  entries: readonly Entry[],
  packages: readonly string[],
): Rewritten {
  const current = new Map(entries.map(({ mark, verdict }) => [mark, bumpOf[verdict]]));
  const removed: string[] = [];
  const kept = pending.map((changeset) => keepCurrent(changeset, current, removed));
  const mentioned = new Set(kept.flatMap(({ summary }) => marksIn(summary)));
  const missing = entries.filter(({ mark }) => !mentioned.has(mark));

  const changesets = new Map(kept.map((changeset) => [changeset.id, changeset]));
  for (const verdict of verdicts) {
    const untold = missing.filter((entry) => entry.verdict === verdict);
    const [first] = untold;
    if (first === undefined) continue;
    const id = prefixOf[verdict] + first.mark;
    const items = untold.map(({ text, mark }) => markedItem(text, mark));
    changesets.set(id, { id, bumps: {}, summary: printSummary({ opening: "", items }) });
  }

  return {
    changesets: [...changesets.values()]
      .filter(({ id, summary }) => summary !== "" || !isOwn(id))
      .map((changeset) => raise(changeset, current, packages)),
    removed,
  };
}

/** Whether a changeset was written here and not by a maintainer. */
function isOwn(id: string): boolean {
  return Object.values(prefixOf).some((prefix) => id.startsWith(prefix));
}

/** Without the items all of whose changes are gone. */
function keepCurrent(changeset: Changeset, current: ReadonlyMap<string, Bump>, removed: string[]): Changeset {
  const { opening, items } = readSummary(changeset.summary);
  const isGone = ({ marks }: Item) => marks.length > 0 && !marks.some((mark) => current.has(mark));
  const gone = items.filter(isGone);
  if (gone.length === 0) return changeset;
  removed.push(...gone.map(({ text }) => withoutMarks(text).slice("- ".length)));
  return {
    ...changeset,
    summary: printSummary({ opening, items: items.filter((item) => !isGone(item)) }),
  };
}

/** With the bump that what it lists needs, for each of the packages. */
function raise(
  changeset: Changeset,
  current: ReadonlyMap<string, Bump>,
  packages: readonly string[],
): Changeset {
  const needed = highest(marksIn(changeset.summary).flatMap((mark) => current.get(mark) ?? []));
  if (needed === "none") return changeset;
  const raised = packages.map((name) => [name, highest([changeset.bumps[name] ?? "none", needed])]);
  return { ...changeset, bumps: { ...changeset.bumps, ...Object.fromEntries(raised) } };
}
