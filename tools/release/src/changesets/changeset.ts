import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { ReleaseProblem } from "../problem.ts";
import type { Bump } from "./bump.ts";
import { mergeMarks } from "./merge-marks.ts";

/** A file in .changeset, parsed. */
export interface Changeset {
  /** The file's name without its ending. */
  readonly id: string;
  /** By the names of packages. */
  readonly bumps: Readonly<Record<string, Bump>>;
  readonly summary: string;
}

/** The changesets that no release has taken yet, in the order of their names. */
export async function pendingChangesets(root: string): Promise<Changeset[]> {
  refuseConflicts(join(root, ".changeset"));
  const read = await readChangesets(root).catch(({ message }: Error) => {
    throw new ReleaseProblem(`A file in .changeset cannot be read: ${message}`);
  });
  return read
    .map(({ id, releases, summary }) => ({
      id,
      bumps: Object.fromEntries(releases.map(({ name, type }) => [name, type])),
      summary,
    }))
    .toSorted((one, other) => one.id.localeCompare(other.id, "en"));
}

/** What git writes between two sides of a merge would be published as a changelog. */
function refuseConflicts(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
    const [mark] = mergeMarks(readFileSync(join(folder, file), "utf8"));
    if (mark === undefined) continue;
    throw new ReleaseProblem(
      `.changeset/${file}:${mark.line} has the marks of a merge that is not finished. Keep what is meant of both sides.`,
    );
  }
}

export function printChangeset({ bumps, summary }: Changeset): string {
  const lines = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}\n`);
  return `---\n${lines.join("")}---\n\n${summary}\n`;
}
