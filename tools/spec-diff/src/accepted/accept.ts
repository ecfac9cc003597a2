import { DescriptionError, type Problem as Mistake } from "@visitors-api/codegen/load";
import { versionOrder } from "../base/releases.ts";
import { type Change, verdicts } from "../difference.ts";
import { Pointers } from "../pointers.ts";
import type { Versions } from "../read/read.ts";
import { type AcceptedChange, readAccepted } from "./read-accepted.ts";

export interface AcceptedChanges {
  /** The list, `accepted-changes.yaml`. It need not be there. */
  readonly file: string;
  /** The released version that is compared with; undefined when it is none, and every entry may count. */
  readonly since?: string | undefined;
  /** Whether that is the last one, so that each entry has to be about a change. Default: false. */
  readonly isLast?: boolean;
}

/**
 * The changes, with those that are accepted judged as documentation.
 *
 * @throws {DescriptionError} with every entry that cannot be used, or that no change is meant by, and its place.
 */
export function accept(
  changes: readonly Change[],
  versions: Versions,
  { file, since, isLast = false }: AcceptedChanges,
): Change[] {
  const entries = readAccepted(file).filter(
    ({ until }) => since === undefined || versionOrder(since, until) < 0,
  );
  if (entries.length === 0) return [...changes];
  const pointers = [new Pointers(versions.before.document), new Pointers(versions.after.document)];
  const accepted = new Map<string, AcceptedChange>();
  const mistakes: Mistake[] = [];
  for (const entry of entries) {
    const ids = pointers.map((side) => canonicalId(entry.change, side));
    const meant = changes.filter(({ id }) => ids.includes(id));
    const message = meant.some(({ verdict }) => verdict !== "documentation")
      ? undefined
      : meant.length > 0
        ? "This change is one of the documentation, and asks nothing of anybody. Remove the entry."
        : isLast && describeMiss(entry, changes, since);
    if (message) mistakes.push({ ...entry.place, message });
    for (const { id } of meant) accepted.set(id, entry);
  }
  if (mistakes.length > 0) throw new DescriptionError(mistakes);
  const judged = changes.map((change): Change => {
    const entry = accepted.get(change.id);
    if (!entry) return change;
    return {
      ...change,
      verdict: "documentation",
      summary: `${change.summary} It is a correction: ${entry.why}`,
      accepted: { why: entry.why, verdict: change.verdict },
    };
  });
  return judged.sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict));
}

/** With the pointer that a part has by whichever way it is named: an alias of YAML stands in several places. */
function canonicalId(id: string, pointers: Pointers): string {
  const [rule, pointer = "", ...name] = id.split(" ");
  return [rule, (pointers.canonical(pointer) ?? pointer).replace(/^#/, ""), ...name].join(" ");
}

function describeMiss({ change, until }: AcceptedChange, changes: readonly Change[], since = ""): string {
  const [rule, pointer = ""] = change.split(" ");
  const near = changes.filter(
    ({ id, verdict }) =>
      verdict !== "documentation" && (id.startsWith(`${rule} `) || id.split(" ")[1] === pointer),
  );
  const names = near.slice(0, 3).map(({ id }) => `\`${id}\``);
  const other =
    names.length > 0
      ? `Is ${names.join(" or ")} meant?`
      : "`npm run spec:diff` says what each change is called.";
  return (
    `No change since ${since} is \`${change}\`. ${other} ` +
    `If it was released with ${since}, write \`until: ${since}\` in place of ${until}, or remove the entry; if it was taken back, remove it.`
  );
}
