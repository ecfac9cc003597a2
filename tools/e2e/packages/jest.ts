import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onDemandFolder } from "../support/on-demand.ts";
import { type Outcome, runNode } from "../support/run.ts";

/** Runs a test of Jest's, with its defaults, in a folder that has the package. */
export async function runJest(folder: string, code: string): Promise<Outcome> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  await writeFile(join(folder, "client.test.js"), code);
  return runNode(join(onDemandFolder("jest"), "bin/jest.js"), ["--rootDir", folder], { cwd: folder });
}
