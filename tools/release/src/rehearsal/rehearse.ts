import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bump, highest } from "../changesets/bump.ts";
import { pendingChangesets } from "../changesets/changeset.ts";
import { unsaidReport } from "../changesets/unsaid.ts";
import { ReleaseProblem } from "../problem.ts";
import { bundleDescription, distTag, workspaceEnvironment } from "../publish.ts";
import { quickStart } from "../quick-start.ts";
import { startRegistry } from "../registry/registry.ts";
import { release } from "../release.ts";
import { lastRelease } from "../releases.ts";
import { type Report, step } from "../step.ts";
import { succeed } from "../succeed.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { takeVersions, versionWords } from "../version.ts";
import { copyWorkTree } from "./copy.ts";
import { installWith, tryProgram } from "./project.ts";
import { previousOutcome, whatItPrinted } from "./trial.ts";

/**
 * The whole release, in a temporary copy of the work tree and with a registry on this machine, to what a user does with
 * it. Without a pending changeset the versions are those that there are.
 *
 * @param report Gets each line of what there is to tell.
 * @throws {ReleaseProblem} when a step failed.
 */
export function rehearse(root: string, report: Report): Promise<void> {
  return inTemporaryFolder((folder) => rehearseIn(folder, root, report));
}

async function rehearseIn(folder: string, root: string, report: Report): Promise<void> {
  const copy = join(folder, "repository");
  await step(report, "Copy the work tree", () => copyWorkTree(root, copy));
  await step(report, "Check the lockfile", () => checkLockfile(copy));
  await step(report, "Bundle the description", () => bundleDescription(copy));
  const previous = lastRelease(copy);
  const bump = await pendingBump(copy);
  await step(report, "Versions", () => version(copy, bump));
  const registry = await step(report, "Start a registry", () => startRegistry(join(folder, "registry")));
  try {
    const target = { settings: registry.publisher, registry: registry.url, repository: undefined };
    const published = await release(copy, target, report);
    for (const manager of ["npm", "pnpm"] as const) {
      const project = join(folder, manager);
      await step(report, `Install with ${manager} in an empty project`, () =>
        installWith(manager, published, registry, project),
      );
      await step(report, "Quick start there", async () =>
        whatItPrinted(await tryProgram(project, "quick-start", quickStart(copy))),
      );
    }
    if (previous === undefined) report("Nothing was released before, so no earlier program has to work.");
    else
      await step(report, `Quick start of ${previous.version}`, async () => {
        const code = readFileSync(previous.quickStart, "utf8");
        if (code === quickStart(copy)) return "it is the same";
        return previousOutcome(await tryProgram(join(folder, "npm"), "previous-quick-start", code), bump);
      });
    report(`\nA release publishes, with the tag ${distTag}:`);
    for (const { name, version, bytes } of published)
      report(`  ${name}@${version}, ${(bytes / 1024).toFixed(1)} KB packed`);
  } finally {
    await registry.stop();
  }
}

/** What the pending changesets ask for; "none" when there are none. */
async function pendingBump(root: string): Promise<Bump> {
  const pending = await pendingChangesets(root);
  return highest(pending.flatMap(({ bumps }) => Object.values(bumps)));
}

async function version(root: string, bump: Bump): Promise<string> {
  if (bump !== "none" || lastRelease(root) === undefined) {
    const versioned = await takeVersions(root);
    return versioned.map(versionWords).join(", ");
  }
  const unsaid = await unsaidReport(root);
  if (unsaid !== undefined) throw new ReleaseProblem(unsaid);
  return "no changeset is pending, so they stay";
}

/** The cache of pnpm may have been emptied since the install, and then only the registry knows what there is. */
async function checkLockfile(root: string): Promise<void> {
  const options = { cwd: root, env: workspaceEnvironment(root) };
  await succeed("pnpm", ["install", "--frozen-lockfile", "--lockfile-only", "--prefer-offline"], options);
}
