/**
 * `npm run release`: publishes what the registry does not have. `--version` takes the pending changesets into versions
 * instead, `--dry-run` rehearses both in a temporary copy of the work tree. `--first` checks and rehearses what is different
 * the first time, and `--first --publish` does it.
 *
 * Exit 0: done, or nothing to publish. 1: something failed or is not ready. 2: the arguments are wrong.
 */

import { constants } from "node:os";
import { readArguments, usage } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { checkFirst, reportFindings } from "./first/first.ts";
import { publishFirst } from "./first/publish-first.ts";
import { ReleaseProblem } from "./problem.ts";
import { bundleDescription } from "./publish.ts";
import { rehearseFirst } from "./rehearsal/first.ts";
import { rehearse } from "./rehearsal/rehearse.ts";
import { release } from "./release.ts";
import { root } from "./root.ts";
import { takeVersions, versionWords } from "./version.ts";

// What is temporary, and the servers, end with this process however it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

async function main(): Promise<number> {
  let what: ReturnType<typeof readArguments>;
  try {
    what = readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  switch (what) {
    case "help":
      console.log(usage);
      break;
    case "publish":
      await release(root, { settings: root, repository: workflowRepository() }, console.log);
      break;
    case "version":
      await bundleDescription(root);
      for (const versioned of await takeVersions(root)) console.log(versionWords(versioned));
      break;
    case "dry-run":
      console.log("A rehearsal, in a temporary copy. The work tree stays as it is.");
      await rehearse(root, console.log);
      break;
    case "first":
      return first();
    case "first-publish":
      await publishFirst(root, { settings: root, repository: undefined }, console.log);
      break;
  }
  return 0;
}

/** @returns 1 when something is missing. */
async function first(): Promise<number> {
  const checked = await checkFirst(root, { settings: root, repository: undefined });
  reportFindings(checked, console.log);
  console.log("A rehearsal of the first release and the next, in a temporary copy:");
  await rehearseFirst(root, checked.repository, console.log);
  const open = checked.findings.filter(({ state }) => state !== "in place").length;
  console.log(
    open === 0
      ? "Everything is in place: npm run release -- --first --publish"
      : `It works on this machine. ${open === 1 ? "One thing is" : `${open} things are`} missing or unknown, see above.`,
  );
  return open === 0 ? 0 : 1;
}

/** Packages come from the workflow alone: it can prove what they were made from, and nobody publishes by a slip. */
function workflowRepository(): string {
  const { GITHUB_REPOSITORY: repository } = process.env;
  if (repository) return repository;
  throw new ReleaseProblem(
    "Nothing is published from this machine: the release workflow does it, and proves what the packages were made from. " +
      "To see what it would do: npm run release -- --dry-run",
  );
}

await runCommand(main);
