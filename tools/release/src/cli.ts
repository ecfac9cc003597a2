/**
 * `npm run release`: publishes what the registry does not have. `--version` takes the pending changesets into versions
 * instead, `--dry-run` rehearses both in a temporary copy of the work tree.
 *
 * Exit 0: done, or nothing to publish. 1: something failed or is not ready. 2: the arguments are wrong.
 */

import { constants } from "node:os";
import { parseArgs } from "node:util";
import { runCommand } from "./command.ts";
import { ReleaseProblem } from "./problem.ts";
import { bundleDescription } from "./publish.ts";
import { rehearse } from "./rehearsal/rehearse.ts";
import { release } from "./release.ts";
import { root } from "./root.ts";
import { takeVersions, versionWords } from "./version.ts";

const usage = "Usage: npm run release [-- --version | --dry-run]";

// What is temporary, and the servers, end with this process however it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

function readArguments(): "publish" | "version" | "dry-run" {
  const { values } = parseArgs({ options: { version: { type: "boolean" }, "dry-run": { type: "boolean" } } });
  if (values.version && values["dry-run"]) throw new Error("--version and --dry-run are two things to do.");
  if (values.version) return "version";
  return values["dry-run"] ? "dry-run" : "publish";
}

async function main(): Promise<number> {
  let what: ReturnType<typeof readArguments>;
  try {
    what = readArguments();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  switch (what) {
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
  }
  return 0;
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
