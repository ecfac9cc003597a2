/**
 * `npm run test:adopted`: whether this repository becomes that of another API. Each description beside this file is adopted in a copy of
 * the work tree, which is installed and used as a clone of it would be: `npm start`, `npm run check`, all tests, and a rehearsal of its
 * first release.
 *
 *     node adopted/run.ts [todo] [museum]
 *
 * Exit 0: all of it succeeds there. 1: something does not; the last lines say what, and where the copies are, which are left for a look.
 * 2: there is no such description.
 */

import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOnTerminal } from "@visitors-api/machine/run";
import { copyWorkTree } from "@visitors-api/release/copy";
import { failures } from "../added/failures.ts";
import { root } from "../support/root.ts";

const descriptions = (await readdir(import.meta.dirname))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

/** What a description needs that breaks rules of this repository. */
const flags: Readonly<Record<string, readonly string[]>> = { museum: ["--lenient"] };

/** What is run in a copy that has become another repository. */
const commands: readonly (readonly [command: string, ...args: string[]])[] = [
  ["start"],
  ["check"],
  ["spec:diff"],
  ["spec:changeset"],
  ["test"],
  ["test:on-demand"],
  ["release", "--dry-run"],
];

let isStopped = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    isStopped = true;
  });
}

const usage = `Usage: npm run test:adopted [-- <name>...]

Makes of a copy of this repository that of another API, and runs all that there is in it.

  <name>  Which API: ${descriptions.join(", ")}. Without any, each.

Exit codes: 0 all of it succeeds there; 1 something does not; 2 wrong arguments.`;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !descriptions.includes(name));
if (names.includes("--help")) console.log(usage);
else if (unknown.length > 0) {
  console.error(`There is no description ${unknown.join(", ")}.\n\n${usage}`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : descriptions) {
    if (isStopped) break;
    if (!(await tryAdoption(name))) process.exitCode = 1;
  }
}

/** Whether a description can be adopted, and all that somebody does next succeeds. */
async function tryAdoption(name: string): Promise<boolean> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `adopted-${name}-`)));
  await copyWorkTree(root, folder);
  const description = join(import.meta.dirname, `${name}.yaml`);
  const adopt = [description, "--name", name, "--scope", `@${name}-api`, ...(flags[name] ?? []), "--yes"];
  const failed: string[] = [];
  if (await nodeRun(folder, "tools/workspace/src/adopt.ts", adopt)) {
    await removeInstalled(folder);
    for (const [command, ...args] of commands) {
      if (isStopped) break;
      if (!(await nodeRun(folder, "tools/workspace/bootstrap.mjs", [command, ...args]))) failed.push(command);
    }
  } else failed.push("adopt");

  if (failed.length === 0 && !isStopped) {
    await rm(folder, { recursive: true, force: true });
    console.log(`\nThe repository of ${name} does all that this one does.`);
    return true;
  }
  for (const failure of await failures(folder))
    console.error(`Failed in the repository of ${name}: ${failure}`);
  console.error(
    `Failed in the repository of ${name}: npm run ${failed.join(", ")}. The copy is left in ${folder}`,
  );
  return false;
}

/** What is installed has the names that were here before. */
async function removeInstalled(folder: string): Promise<void> {
  const parents = await Promise.all(
    ["packages", "tools"].map(async (parent) =>
      (await readdir(join(folder, parent))).map((child) => join(parent, child)),
    ),
  );
  const places = ["", "spec", ...parents.flat()].map((place) => join(folder, place, "node_modules"));
  await Promise.all(places.map((place) => rm(place, { recursive: true, force: true })));
}

/** Runs a script of a copy on this terminal; whether it succeeds. */
async function nodeRun(folder: string, script: string, args: readonly string[]): Promise<boolean> {
  console.log(`\nnode ${script} ${args.join(" ")}, in ${folder}`);
  const identity = { name: "adopted", email: "adopted@localhost" };
  const env = {
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
  };
  return (await runOnTerminal(process.execPath, [join(folder, script), ...args], { cwd: folder, env })) === 0;
}
