import { join } from "node:path";
import { pendingChangesets } from "./changesets/changeset.ts";
import { unsaidReport } from "./changesets/unsaid.ts";
import { type PublishedPackage, publishedPackages } from "./packages.ts";
import { ReleaseProblem } from "./problem.ts";
import { acceptedChanges, keepRelease, lastRelease } from "./releases.ts";
import { succeed } from "./succeed.ts";

/** A package whose version a release raises, or has for the first time. */
export interface Versioned extends PublishedPackage {
  readonly before: string;
}

/**
 * Takes the pending changesets into versions and changelogs, and keeps the description when it is part of the release. Before
 * the first release it needs no changeset: the versions stay as they are, and the description is kept as the one of the first.
 *
 * @returns The packages that get a version.
 * @throws {ReleaseProblem} when nothing is pending, or the changesets leave something unsaid. Nothing is written then.
 */
export async function takeVersions(root: string): Promise<Versioned[]> {
  const unsaid = await unsaidReport(root);
  if (unsaid !== undefined) throw new ReleaseProblem(unsaid);
  const isFirst = lastRelease(root) === undefined;
  const isPending = (await pendingChangesets(root)).length > 0;
  if (!isPending && !isFirst) {
    throw new ReleaseProblem(
      "No changeset is pending, so there is nothing to release. One is written with: npx changeset",
    );
  }
  const before = new Map(publishedPackages(root).map(({ name, version }) => [name, version]));
  const changesets = join(root, "node_modules/@changesets/cli/bin.js");
  if (isPending) await succeed(process.execPath, [changesets, "version"], { cwd: root });

  const versioned = publishedPackages(root).flatMap((one) => {
    const old = before.get(one.name) ?? one.version;
    return old === one.version && !isFirst ? [] : [{ ...one, before: old }];
  });
  const description = versioned.find(({ folder }) => folder === "spec");
  if (description !== undefined) {
    keepRelease(root, description.version);
    const { closeAccepted } = await import("@visitors-api/spec-diff");
    closeAccepted(acceptedChanges(root), description.version);
  }
  return versioned;
}

/** What becomes of a version, for whoever reads along. */
export function versionWords({ name, before, version }: Versioned): string {
  return before === version ? `${name} ${version}, its first` : `${name} ${before} → ${version}`;
}
