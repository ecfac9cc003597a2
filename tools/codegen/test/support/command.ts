import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { codegen } from "../../src/command.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");

/** Runs the generator's command in a folder. */
export async function run(args: readonly string[], folder: string) {
  let stdout = "";
  let stderr = "";
  const here = process.cwd();
  process.chdir(folder);
  try {
    const status = await codegen(args, {
      print: (line) => {
        stdout += `${line}\n`;
      },
      complain: (line) => {
        stderr += `${line}\n`;
      },
    });
    return { status, stdout, stderr };
  } finally {
    process.chdir(here);
  }
}

/** The same in a process of its own, as whoever types it has it. */
export function runProcess(args: readonly string[], cwd: string): Promise<Run> {
  return runNode(cli, args, { cwd });
}
