/** `npm run adopt`: makes of this clone the monorepo of another API. */

import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { UsageError } from "@visitors-api/machine/usage-error";
import { api } from "@visitors-api/release/api";
import { ReleaseProblem } from "@visitors-api/release/problem";
import type { Adoption } from "./adopt/adoption.ts";
import { AdoptionError } from "./adopt/adoption-error.ts";
import { readArguments, usage } from "./adopt/arguments.ts";
import { trackedFiles } from "./adopt/files.ts";
import { checkIsFree } from "./adopt/own-files.ts";
import { checkCanCommit, commitBeside } from "./adopt/work-copy.ts";
import { duration } from "./format.ts";
import { root } from "./root.ts";

process.exitCode = await main().catch((error: unknown) => {
  const isForUser =
    error instanceof UsageError || error instanceof AdoptionError || error instanceof ReleaseProblem;
  console.error(isForUser ? `${error.message}\n\nNothing has been changed.` : error);
  return error instanceof UsageError ? 2 : 1;
});

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === undefined) {
    console.log(usage);
    return 0;
  }
  await checkCanCommit(root);
  if (given.name !== api.name) checkIsFree(given.name, await trackedFiles(root));
  // Loaded only now, so that wrong arguments are answered at once.
  const [{ checkAdoption }, { planOf }] = await Promise.all([
    import("./adopt/check.ts"),
    import("./adopt/plan.ts"),
  ]);
  const started = performance.now();
  const folder = await realpath(await mkdtemp(join(tmpdir(), "adopted-description-")));
  try {
    const source = /^https?:/.test(given.source) ? given.source : resolve(root, given.source);
    const adoption = await checkAdoption({ ...given, source }, folder);
    console.log(planOf(adoption));
    const checked = performance.now() - started;
    if (!given.yes && !(await isAgreedTo())) {
      console.error("Nothing has been changed.");
      return 1;
    }
    await adopt(adoption, checked);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param spent What it has taken already, in milliseconds. */
async function adopt(adoption: Adoption, spent: number): Promise<void> {
  const started = performance.now();
  const { title } = adoption.to;
  const [{ apply }, { leftToDo }] = await Promise.all([
    import("./adopt/apply.ts"),
    import("./adopt/left.ts"),
  ]);
  let left: string[] = [];
  await commitBeside(root, `Adopt the description of ${title} ${adoption.model.version}`, async (folder) => {
    await apply(folder, adoption);
    left = await leftToDo(folder, adoption);
  });
  console.log(`
This is the monorepo of ${title}, after ${duration(spent + performance.now() - started)}. All of it is the last commit, which git reset --hard HEAD~1 takes back.

Left to a person:
${left.map((line) => (line.startsWith("  ") ? line : `- ${line}`)).join("\n")}

npm start makes all of it; npm run check says whether all is in step.`);
}

async function isAgreedTo(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError("There is nobody to ask here: pass --yes to agree.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question("\nDo it? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}
