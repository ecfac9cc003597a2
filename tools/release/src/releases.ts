import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quickStart } from "./quick-start.ts";

/** A description as it was published, kept in the repository so that no registry, tag or history is asked for it. */
export interface Release {
  readonly version: string;
  /** The file with the bundle. */
  readonly description: string;
  /** The file with the first sample of the client's README. */
  readonly quickStart: string;
}

/** The released descriptions, oldest first. */
export function releases(root: string): Release[] {
  const folder = join(root, "spec/releases");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .toSorted(byVersion)
    .map((version) => release(root, version));
}

/** The description that users have: the highest version in spec/releases. Undefined before the first release. */
export function lastRelease(root: string): Release | undefined {
  return releases(root).at(-1);
}

/** Keeps the description and the quick start of the work tree as those of a version. */
export function keepRelease(root: string, version: string): Release {
  const kept = release(root, version);
  mkdirSync(join(root, "spec/releases", version), { recursive: true });
  copyFileSync(bundle(root), kept.description);
  writeFileSync(kept.quickStart, quickStart(root));
  return kept;
}

/** The file with the bundle of the description in the work tree. */
export function bundle(root: string): string {
  return join(root, "spec/dist/openapi.json");
}

/** The file that lists the corrections of the description that ask nothing of anybody. It need not be there. */
export function acceptedChanges(root: string): string {
  return join(root, "spec/accepted-changes.yaml");
}

function release(root: string, version: string): Release {
  const folder = join(root, "spec/releases", version);
  return {
    version,
    description: join(folder, "openapi.json"),
    quickStart: join(folder, "quick-start.ts"),
  };
}

/** The numbers count, not their digits: 0.10.0 comes after 0.9.0. */
function byVersion(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
