import { enableCompileCache } from "node:module";
import type { Run } from "./run.ts";

/** Where a command writes. */
export interface Output {
  /** Takes text for standard output. */
  readonly write: (text: string) => void;
  /** Takes a line about what went wrong, or is not as it should be. */
  readonly complain: (line: string) => void;
}

/** A command: it takes what is typed after its name, and gives its exit code. */
export type Command = (args: readonly string[], output: Output) => Promise<number>;

/** Runs a command as what this process is for. */
export async function main(command: Command): Promise<void> {
  enableCompileCache();
  // Whoever reads what it writes may stop before the end, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const write = (text: string) => void process.stdout.write(text);
  process.exitCode = await command(process.argv.slice(2), { write, complain: console.error });
}

/** Runs a command in this process, in a folder. Nothing else may run meanwhile that asks for the current folder. */
export async function runHere(
  command: Command,
  args: readonly string[],
  folder: string,
): Promise<Pick<Run, "status" | "stdout" | "stderr">> {
  let stdout = "";
  let stderr = "";
  const output: Output = {
    write: (text) => {
      stdout += text;
    },
    complain: (line) => {
      stderr += `${line}\n`;
    },
  };
  const here = process.cwd();
  process.chdir(folder);
  try {
    const status = await command(args, output);
    return { status, stdout, stderr };
  } finally {
    process.chdir(here);
  }
}
