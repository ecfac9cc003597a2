import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { finalError } from "../../install.mjs";
import { lockfileProblem } from "../../lockfile.mjs";
import { root } from "../root.ts";
import type { Check } from "./check.ts";

const manifests = /^(.*\/)?(package\.json|pnpm-workspace\.yaml|pnpm-lock\.yaml|\.pnpmfile\.cjs|.*\.patch)$/;

/** Whether the lockfile that is staged is what the staged package.json files ask for. */
export const lockfile: Check = {
  reads: ({ paths }) =>
    paths.some((path) => manifests.test(path))
      ? ["*package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".pnpmfile.cjs", "*.patch"]
      : [],

  async run(folder) {
    const pnpm = join(root, "node_modules/pnpm/pnpm");
    const options = ["install", "--frozen-lockfile", "--lockfile-only", "--offline"];
    const { status, output } = await run(pnpm, options, { cwd: folder });
    if (status === 0) return undefined;
    const { packageManager } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const problem = lockfileProblem(finalError(output), packageManager);
    // What else can go wrong needs the network, and is for continuous integration to say.
    return problem && { output: problem.what, repair: problem.command };
  },
};
