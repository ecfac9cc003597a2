import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";

const command = join(import.meta.dirname, "../../src/cli.ts");

/** Runs the generator's command as its user does, and waits for its end. */
export function run(args: readonly string[], cwd: string): Promise<Run> {
  return runNode(command, args, { cwd });
}
