import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PublishedPackage, publishedPackages } from "../packages.ts";
import { ReleaseProblem } from "../problem.ts";
import { build, bundleDescription, type Packed, pack, publish, type Target } from "../publish.ts";
import { startRegistry } from "../registry/registry.ts";
import { type StrictRegistry, startStrictRegistry } from "../registry/strict-registry.ts";
import { type Report, step } from "../step.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { copyWorkTree } from "./copy.ts";

/**
 * The first release of all packages and the next one, in a temporary copy of the work tree and with a registry on this machine
 * that refuses what npm's does: a workflow cannot create a package, so a person does, and it is trusted with the next version.
 *
 * @param repository As owner/name; where there is none yet, one of its own for the rehearsal.
 * @throws {ReleaseProblem} when a step failed, or one was taken that npm refuses.
 */
export function rehearseFirst(root: string, repository: string | undefined, report: Report): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const copy = join(folder, "repository");
    await step(report, "Copy the work tree", () => copyWorkTree(root, copy));
    await step(report, "Bundle the description", () => bundleDescription(copy));
    const packages = publishedPackages(copy);
    const from = repository ?? "somebody/rehearsal";
    const first = await step(report, "Build and pack", async () => {
      for (const one of packages) edit(copy, one, { repository: fieldOf(one, from) });
      await build(copy, packages);
      return pack(copy, packages, join(folder));
    });
    const next = await step(report, "Pack the versions after them", async () => {
      for (const one of packages) edit(copy, one, { version: patched(one.version) });
      return pack(copy, publishedPackages(copy), join(folder, "repository"));
    });
    const registry = await step(report, "Start a registry", () => startRegistry(join(folder, "registry")));
    try {
      const strict = await startStrictRegistry(registry, join(folder, "strict"), from);
      try {
        await publishFirstAndNext(first, next, strict, report);
      } finally {
        await strict.stop();
      }
    } finally {
      await registry.stop();
    }
  });
}

/** What is published when and by whom, and what is refused. */
export async function publishFirstAndNext(
  first: readonly Packed[],
  next: readonly Packed[],
  registry: StrictRegistry,
  report: Report,
): Promise<void> {
  const { person, workflow } = registry;
  await step(report, "A workflow creates them, which npm refuses", () =>
    refused(first, workflow, /\b(ENEEDAUTH|E401|E404)\b/),
  );
  await step(report, "A person creates them", () => all(first, person));
  await step(report, "The same versions again, which npm refuses", () =>
    refused(first, person, /cannot publish over/),
  );
  for (const one of first) registry.trust(one);
  await step(report, "The workflow, trusted by now, publishes the next versions", () => all(next, workflow));
}

async function all(packages: readonly Packed[], target: Target): Promise<void> {
  for (const one of packages) await publish(one, target);
}

async function refused(packages: readonly Packed[], target: Target, why: RegExp): Promise<void> {
  for (const one of packages) {
    const outcome = await publish(one, target).then(
      () => `${one.name} was published.`,
      (error: unknown) => (error instanceof ReleaseProblem ? error.message : Promise.reject(error)),
    );
    if (!why.test(outcome))
      throw new ReleaseProblem(`${outcome}\nnpm refuses that for another reason, see above.`);
  }
}

function edit(root: string, { folder }: PublishedPackage, fields: object): void {
  const file = join(root, folder, "package.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...fields }, undefined, 2));
}

function fieldOf({ folder }: PublishedPackage, repository: string): object {
  return { type: "git", url: `git+https://github.com/${repository}.git`, directory: folder };
}

function patched(version: string): string {
  return version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
}
