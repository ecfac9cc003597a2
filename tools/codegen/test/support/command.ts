import { join } from "node:path";
import { runHere } from "@visitors-api/machine/command";
import { type Run, runNode } from "@visitors-api/machine/run";
import { codegen } from "../../src/command.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");

/** Runs the generator's command in a folder. */
export function run(args: readonly string[], folder: string) {
  return runHere(codegen, args, folder);
}

/** The same in a process of its own, as whoever types it has it. */
export function runProcess(args: readonly string[], cwd: string): Promise<Run> {
  return runNode(cli, args, { cwd });
}
