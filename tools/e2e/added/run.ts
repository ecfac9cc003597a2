/**
 * `npm run test:added`: whether a description may have more in it. In a copy of the work tree, operations, a property, an enum value and a
 * security scheme are added to spec/openapi.yaml and to nothing else, what is derived from it is written, and all tests are run.
 *
 *     node added/run.ts
 *
 * Exit 0: all of it passes there. 1: something does not; the last lines say what, and where the copy is, which is left for a look.
 */

import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf } from "@visitors-api/codegen/load";
import { runOnTerminal } from "@visitors-api/machine/run";
import { copyWorkTree } from "@visitors-api/release/copy";
import { workspaceEnvironment } from "@visitors-api/release/publish";
import { editDescription } from "../support/edit-description.ts";
import { redocly } from "../support/redocly.ts";
import { root } from "../support/root.ts";
import { addAll } from "./additions.ts";
import { failures } from "./failures.ts";

const folder = await realpath(await mkdtemp(join(tmpdir(), "visitors-api-added-")));
await copyWorkTree(root, folder);
const description = join(folder, "spec/openapi.yaml");
// What is added has one place where the description is one file.
if ((await filesOf(description)).length > 1) await redocly(["bundle", description, "--output", description]);
await editDescription(description, addAll);

let isPassed = (await npmRun("generate")) && (await npmRun("spec:changeset"));
if (isPassed) {
  // Both, so that a failure of the one hides none of the other.
  for (const command of ["test", "test:on-demand"]) isPassed = (await npmRun(command)) && isPassed;
}
if (isPassed) {
  await rm(folder, { recursive: true, force: true });
  console.log("All of it passes after an edit of spec/ and of nothing else.");
} else {
  for (const failure of await failures(folder))
    console.error(`Failed with more in the description: ${failure}`);
  console.error(`The copy is left in ${folder}`);
  process.exitCode = 1;
}

/** What `npm run` does with this command in the copy, once everything is installed; whether it succeeds. */
async function npmRun(command: string): Promise<boolean> {
  console.log(`\nnpm run ${command}, in ${folder}`);
  const script = join(folder, `tools/workspace/src/${command.replaceAll(":", "-")}.ts`);
  // What the description has no part in need not be built and tested again.
  const cache = { TURBO_CACHE_DIR: join(root, ".turbo/cache") };
  const env = { ...workspaceEnvironment(folder), ...cache };
  return (await runOnTerminal(process.execPath, [script], { cwd: folder, env })) === 0;
}
