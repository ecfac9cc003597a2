import { type Verdict, verdicts } from "@visitors-api/spec-diff/difference";
import { type Bump, bumpOf, highest } from "./bump.ts";
import type { Changeset } from "./changeset.ts";
import type { Entry } from "./entries.ts";
import {
  type Item,
  markedItem,
  marksIn,
  printSummary,
  readSummary,
  withoutMarks,
  withWords,
} from "./items.ts";

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
  const whys = new Map(entries.flatMap(({ mark, why }) => (why === undefined ? [] : [[mark, why]])));
  const corrections: Item[] = [];
  const kept = pending
    .map((changeset) => keepCurrent(changeset, current, removed))
    .map((changeset) => withoutCorrections(changeset, whys, corrections));
  const mentioned = new Set([
    ...kept.flatMap(({ summary }) => marksIn(summary)),
    ...corrections.flatMap(({ marks }) => marks),
  ]);
  const missing = entries.filter(({ mark }) => !mentioned.has(mark));

  const changesets = new Map(kept.map((changeset) => [changeset.id, changeset]));
  for (const verdict of verdicts) {
    const untold = missing.filter((entry) => entry.verdict === verdict);
    const items = [
      ...(verdict === "documentation" ? corrections : []),
      ...untold.map(({ text, mark }) => markedItem(text, mark)),
    ];
    const [first] = items.flatMap(({ marks }) => marks);
    if (first === undefined) continue;
    const id = prefixOf[verdict] + first;
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

/**
 * Without the items whose changes have been accepted since they were written into a changeset for what asks for more. They keep
 * their words, and say why.
 */
function withoutCorrections(
  changeset: Changeset,
  whys: ReadonlyMap<string, string>,
  corrections: Item[],
): Changeset {
  if (!isOwn(changeset.id) || changeset.id.startsWith(prefixOf.documentation)) return changeset;
  const { opening, items } = readSummary(changeset.summary);
  const isCorrection = ({ marks }: Item) => marks.length > 0 && marks.every((mark) => whys.has(mark));
  const found = items.filter(isCorrection);
  if (found.length === 0) return changeset;
  for (const item of found) {
    const reasons = new Set(item.marks.flatMap((mark) => whys.get(mark) ?? []));
    const untold = [...reasons].filter((why) => !item.text.includes(why));
    corrections.push(
      withWords(
        item,
        untold.map((why) => `It is a correction: ${why}`),
      ),
    );
  }
  return {
    ...changeset,
    summary: printSummary({ opening, items: items.filter((item) => !isCorrection(item)) }),
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
