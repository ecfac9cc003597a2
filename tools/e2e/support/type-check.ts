import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";

/** Compiles a folder as its tsconfig.json says, with the compiler that checks this repository. */
export function typeCheck(folder: string): Promise<Run> {
  const compiler = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  return runNode(compiler, ["--project", folder, "--pretty", "false"], { cwd: folder });
}
