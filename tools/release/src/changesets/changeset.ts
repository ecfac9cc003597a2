import { readChangesets } from "@changesets/read";
import { ReleaseProblem } from "../problem.ts";
import type { Bump } from "./bump.ts";

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

export function printChangeset({ bumps, summary }: Changeset): string {
  const lines = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}\n`);
  return `---\n${lines.join("")}---\n\n${summary}\n`;
}
