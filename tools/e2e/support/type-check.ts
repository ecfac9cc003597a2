import { join } from "node:path";
import { type Outcome, runNode } from "./run.ts";

/** Compiles a folder as its tsconfig.json says, with the compiler that checks this repository. */
export function typeCheck(folder: string): Promise<Outcome> {
  const compiler = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  return runNode(compiler, ["--project", folder, "--pretty", "false"], { cwd: folder });
}
