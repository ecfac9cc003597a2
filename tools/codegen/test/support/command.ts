import { execFile } from "node:child_process";
import { join } from "node:path";
import { limits } from "../../../workspace/vitest.config.ts";

const command = join(import.meta.dirname, "../../src/cli.ts");

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the generator's command as its user does, and waits for its end. */
export function run(args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd, timeout: limits.process },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}
