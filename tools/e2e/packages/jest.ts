import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { onDemandFolder } from "../support/on-demand.ts";

/** Runs a test of Jest's, with its defaults, in a folder that has the package. */
export async function runJest(folder: string, code: string): Promise<Run> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  await writeFile(join(folder, "client.test.js"), code);
  return runNode(join(onDemandFolder("jest"), "bin/jest.js"), ["--rootDir", folder], { cwd: folder });
}
