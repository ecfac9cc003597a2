import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { onDemandFolder } from "../support/on-demand.ts";

/** Runs tests of Jest's, with its defaults or what its configuration among the files says, in a folder that has the package. */
export async function runJest(folder: string, files: Readonly<Record<string, string>>): Promise<Run> {
  const all = { "package.json": JSON.stringify({ private: true }), ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return runNode(join(onDemandFolder("jest"), "bin/jest.js"), ["--rootDir", folder], { cwd: folder });
}
