import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
// The whole of spec-diff would load the compiler with it.
import { type Difference, unexplained, type Verdict, verdicts } from "@visitors-api/spec-diff/difference";
import { acceptedChanges, bundle, lastRelease } from "../releases.ts";

/** One line of a changelog. */
export interface Entry {
  readonly verdict: Verdict;
  readonly text: string;
  /** Says which change a line of a changeset is about, whatever words a maintainer gave it. */
  readonly mark: string;
  /** Why a change that would ask for more corrects the description and no more. */
  readonly why?: string;
}

/** What changed for somebody who uses the packages: what breaks first, each change once. */
export function entriesOf(difference: Difference): Entry[] {
  const entries = difference.changes.map(({ verdict, summary, identity, accepted }): Entry => {
    const entry = { verdict, text: oneLine(summary), mark: markOf(identity) };
    return accepted ? { ...entry, why: oneLine(accepted.why) } : entry;
  });
  entries.push(
    ...unexplained(difference).map(
      ({ summary, identity }): Entry => ({ verdict: "breaking", text: summary, mark: markOf(identity) }),
    ),
  );
  const sorted = verdicts.flatMap((wanted) => entries.filter(({ verdict }) => verdict === wanted));
  // Changes in two places may be told in the same words; a reader needs them once.
  const told = new Set<string>();
  return sorted.filter(({ verdict, text }) => {
    const isNew = !told.has(`${verdict} ${text}`);
    told.add(`${verdict} ${text}`);
    return isNew;
  });
}

/**
 * The entries for what has changed since the last release, by the policy and with the corrections that are accepted; none before the
 * first, of which everything is new.
 *
 * @throws {DescriptionError} when one of all these files cannot be used.
 */
export async function entriesSinceRelease(root: string): Promise<Entry[]> {
  const last = lastRelease(root);
  if (last === undefined) return [];
  const [before, after] = [last.description, bundle(root)];
  const [one, other] = [before, after].map((file): unknown => JSON.parse(readFileSync(file, "utf8")));
  const accepted = acceptedChanges(root);
  // What is accepted has to be about a change.
  if (isDeepStrictEqual(one, other) && !existsSync(accepted)) return [];
  // Comparing loads a compiler, which takes longer than all else here; most of the time there is nothing to compare.
  const { diffDescriptions, readPolicy } = await import("@visitors-api/spec-diff");
  const difference = await diffDescriptions(before, after, {
    ...readPolicy(join(root, "spec/policy.yaml")),
    accepted: { file: accepted, since: last.version, isLast: true },
  });
  return entriesOf(difference);
}

function markOf(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, 8);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
