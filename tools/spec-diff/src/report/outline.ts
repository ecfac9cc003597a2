import { type Change, type Difference, isAsStrictAs, type Verdict } from "../difference.ts";

/** Changes that are told in one sentence: a change, and what the same is said of. */
export interface Line {
  readonly changes: readonly [Change, ...Change[]];
  /** What the sentence about the first goes for too. */
  readonly others: readonly string[];
}

/** What is told of an operation, of several, or of none in particular. */
export interface Group {
  /** An operation, or words for several of them and for the client as a whole. */
  readonly title: string;
  readonly isOperation: boolean;
  readonly lines: readonly Line[];
}

export interface Section {
  readonly kind: Verdict | "accepted";
  readonly changes: readonly Change[];
  readonly groups: readonly Group[];
}

/** From the strictest on. What is accepted would be among the strictest. */
const kinds = ["breaking", "accepted", "additive", "documentation"] as const;

/**
 * A difference as a reader goes through it: by verdict, then by operation, with what is alike in one line.
 *
 * @param level What is less strict is left out.
 */
export function outline({ changes }: Difference, level: Verdict): Section[] {
  return kinds.flatMap((kind): Section[] => {
    const own = changes.filter((change) => kindOf(change) === kind && isShown(change, level));
    return own.length === 0 ? [] : [{ kind, changes: own, groups: groupsOf(own, kind) }];
  });
}

/** What is accepted is as worth reading as if it were not. */
export function isShown({ verdict, accepted }: Change, level: Verdict): boolean {
  return isAsStrictAs(accepted?.verdict ?? verdict, level);
}

export function kindOf({ verdict, accepted }: Change): Section["kind"] {
  return accepted ? "accepted" : verdict;
}

function groupsOf(changes: readonly Change[], kind: Section["kind"]): Group[] {
  // Nobody goes through texts operation by operation to see what to do.
  if (kind === "documentation") {
    return [{ title: "", isOperation: false, lines: foldLike(changes.map(alone)) }];
  }
  const groups = new Map<string, Line[]>();
  for (const line of foldByOperation(changes)) {
    const title = titleOf(line);
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }
  const sorted = [...groups].map(([title, lines]) => ({
    title,
    isOperation: title !== several && title !== whole,
    lines: foldLike(lines),
  }));
  // Operations are in the order of the description; what belongs to no one operation comes last.
  const rank = ({ title, isOperation }: Group): number => (isOperation ? 0 : title === several ? 1 : 2);
  return sorted.sort((one, other) => rank(one) - rank(other));
}

const several = "Several operations";
const whole = "The client as a whole";

function titleOf({ changes }: Line): string {
  const [operation, ...others] = new Set(changes.flatMap(({ operations }) => operations));
  const isOneMoreOrLess = changes.every(({ rule }) => /^operation-(added|removed)$/.test(rule));
  if (operation === undefined || isOneMoreOrLess) return whole;
  return others.length > 0 ? several : operation;
}

function alone(change: Change): Line {
  return { changes: [change], others: [] };
}

/** What is said in the same words of several operations, each by itself. */
function foldByOperation(changes: readonly Change[]): Line[] {
  const lines = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const sentence = withoutOperation(change);
    const key = sentence === undefined ? change.id + change.summary : keyOf(change, sentence);
    const known = lines.get(key);
    if (known) known.push(change);
    else lines.set(key, [change]);
  }
  return [...lines.values()].map((alike) => ({
    changes: alike,
    others: alike.slice(1).flatMap((change) => {
      // Where the sentence does not name the operation, it goes for all of them as it is.
      return withoutOperation(change) === change.summary ? [] : change.operations.map(code);
    }),
  }));
}

/** The sentence about a change of one operation without the name of that; undefined for a change of several or none. */
function withoutOperation({ summary, operations: [operation, ...others] }: Change): string | undefined {
  if (operation === undefined || others.length > 0) return undefined;
  return summary.replaceAll(code(operation), blank);
}

function foldLike(lines: readonly Line[]): readonly Line[] {
  const parts: readonly (readonly Part[])[] = [["name"], ["subject"], ["subject", "name"]];
  return parts.reduce(fold, lines);
}

/** What a sentence says of a change that the same may be said of with another. */
type Part = "subject" | "name";

/** What is said in the same words of several subjects, of several values of one, or of several of each. */
function fold(lines: readonly Line[], parts: readonly Part[]): readonly Line[] {
  const folded = new Map<string, Line>();
  for (const [index, line] of lines.entries()) {
    const [change] = line.changes;
    const sentence = without(change, parts);
    const isFolded = line.changes.length > 1;
    const key = sentence === undefined || isFolded ? `${index}` : keyOf(change, sentence);
    const known = folded.get(key);
    folded.set(
      key,
      known ? { changes: [...known.changes, change], others: others(known, change, parts) } : line,
    );
  }
  return [...folded.values()];
}

/** Stands for what like sentences differ in. */
const blank = "\u0000";

function keyOf({ rule }: Change, sentence: string): string {
  return JSON.stringify([rule, sentence]);
}

/** What the first sentence goes for too, each once: two places may have one name. */
function others(line: Line, change: Change, parts: readonly Part[]): string[] {
  const labelOf = (one: Change): string => {
    const [label = "", ...beside] = parts.map((part) => one[part]);
    return beside.length > 0 ? `${label} (${beside.join(", ")})` : label;
  };
  const known = new Set([labelOf(line.changes[0]), ...line.others]);
  const label = labelOf(change);
  return known.has(label) ? [...line.others] : [...line.others, label];
}

/** Undefined where the sentence does not say each in the same words. */
function without(change: Change, parts: readonly Part[]): string | undefined {
  return parts.reduce<string | undefined>((sentence, part) => {
    // A sentence may begin with it, and have another article.
    const words = change[part].replace(/^an? /, "");
    const at = sentence?.toLowerCase().indexOf(words.toLowerCase()) ?? -1;
    return sentence === undefined || words === "" || at < 0
      ? undefined
      : sentence.slice(0, at) + blank + sentence.slice(at + words.length);
  }, change.summary);
}

function code(operation: string): string {
  return `\`${operation}\``;
}
