import { pendingChangesets } from "./changesets/changeset.ts";
import { unsaidReport } from "./changesets/unsaid.ts";
import { type PublishedPackage, publishedPackages } from "./packages.ts";
import { ReleaseProblem } from "./problem.ts";
import { build, isPublished, type Packed, pack, publish, type Target } from "./publish.ts";
import { lastRelease } from "./releases.ts";
import { type Report, step } from "./step.ts";
import { succeed } from "./succeed.ts";
import { recordTags } from "./tags.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/**
 * Publishes each version that the registry does not have, and tags it.
 *
 * @param report Gets a line for each step.
 * @returns What was published.
 * @throws {ReleaseProblem} when changesets are pending, or a step failed. What was published before that stays so, and
 * is left out the next time.
 */
export async function release(root: string, target: Target, report: Report): Promise<Packed[]> {
  const pending = await pendingChangesets(root);
  if (pending.length > 0) {
    const names = pending.map(({ id }) => id).join(", ");
    throw new ReleaseProblem(
      `Changesets are pending: ${names}. They become versions first: npm run release -- --version`,
    );
  }
  if (lastRelease(root) === undefined) {
    throw new ReleaseProblem(
      "spec/releases has no description that later ones are compared with. Keep this one as the first: npm run release -- --version",
    );
  }
  recordTags([]);
  const packages = publishedPackages(root);
  const due = await step(report, "Ask the registry what it has", () => unpublished(packages, target));
  if (due.length === 0) {
    report(`Nothing to publish: it has ${packages.map(nameAndVersion).join(", ")}.`);
    return [];
  }
  if (target.repository !== undefined) for (const one of due) checkRepository(one, target.repository);
  await step(report, "Build, from sources that are in step", async () => {
    await build(root, packages);
    const unsaid = await unsaidReport(root);
    if (unsaid !== undefined) throw new ReleaseProblem(unsaid);
  });

  return inTemporaryFolder(async (folder) => {
    const packed = await step(report, "Pack", () => pack(root, due, folder));
    for (const one of packed) {
      await step(report, `Publish ${nameAndVersion(one)}`, () => publish(one, target));
      await succeed("git", ["tag", "--force", nameAndVersion(one)], { cwd: root });
      recordTags([{ tag: nameAndVersion(one), packageName: one.name }]);
      report(`New tag: ${nameAndVersion(one)}`);
    }
    return packed;
  });
}

async function unpublished(
  packages: readonly PublishedPackage[],
  target: Target,
): Promise<PublishedPackage[]> {
  const published = await Promise.all(packages.map((one) => isPublished(one, target)));
  return packages.filter((_, index) => !published[index]);
}

function nameAndVersion({ name, version }: PublishedPackage): string {
  return `${name}@${version}`;
}

/** npm refuses the provenance of a package that says it comes from elsewhere, and says so only after the upload. */
function checkRepository({ name, folder, repository }: PublishedPackage, here: string): void {
  const url = typeof repository === "string" ? repository : repository?.url;
  if (url?.includes(here)) return;
  throw new ReleaseProblem(
    `${folder}/package.json has to say where ${name} comes from: "repository": { "type": "git", ` +
      `"url": "git+https://github.com/${here}.git", "directory": "${folder}" }`,
  );
}
