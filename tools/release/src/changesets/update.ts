import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "../packages.ts";
import { lastRelease } from "../releases.ts";
import { highest } from "./bump.ts";
import { type Changeset, pendingChangesets, printChangeset } from "./changeset.ts";
import { entriesSinceRelease } from "./entries.ts";
import { rewrite } from "./rewrite.ts";

/** Writes what changed in the description into the pending changesets; gives what there is to tell of it, by lines. */
export async function updateChangesets(root: string): Promise<string[]> {
  const last = lastRelease(root);
  const pending = await pendingChangesets(root);
  const entries = await entriesSinceRelease(root);
  const names = publishedPackages(root).map(({ name }) => name);
  const { changesets, removed } = rewrite(pending, entries, names);

  const before = new Map(pending.map((changeset) => [changeset.id, changeset]));
  const after = new Map(changesets.map((changeset) => [changeset.id, changeset]));
  const lines = removed.map((text) => `Taken out, as it is no longer so: ${text}`);
  for (const [id, changeset] of after) {
    const old = before.get(id);
    const text = printChangeset(changeset);
    if (old !== undefined && text === printChangeset(old)) continue;
    writeFileSync(fileOf(root, id), text);
    lines.push(`${old ? "Changed" : "Written"}: .changeset/${id}.md (${bumpIn(changeset)})`);
  }
  for (const id of before.keys()) {
    if (after.has(id)) continue;
    rmSync(fileOf(root, id));
    lines.push(`Removed: .changeset/${id}.md`);
  }
  return [
    ...lines,
    last ? state(entries.length, last.version, changesets, lines.length > 0) : nothingToCompareWith,
  ];
}

const nothingToCompareWith =
  "No version of the description has been released, so there is nothing to compare it with, and nothing to tell of it.";

function state(
  changes: number,
  version: string,
  changesets: readonly Changeset[],
  isWritten: boolean,
): string {
  if (changes === 0) return `The description is as it was released with ${version}.`;
  const since = `${changes === 1 ? "One change" : `${changes} changes`} of the description since ${version}`;
  const next = `the next release is a ${highest(changesets.map(bumpIn))}`;
  return isWritten
    ? `${since}; ${next}. Read the text, it is what users will read; your edits of it are kept.`
    : `${since}, all in the changesets already; ${next}.`;
}

const bumpIn = ({ bumps }: Changeset) => highest(Object.values(bumps));

const fileOf = (root: string, id: string): string => join(root, ".changeset", `${id}.md`);
