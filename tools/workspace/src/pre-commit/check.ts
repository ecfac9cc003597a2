import { spawn } from "node:child_process";
import type { Staged } from "./staged.ts";

export interface Finding {
  /** What the tool said. */
  readonly output: string;
  /** What to do about it. */
  readonly repair: string;
}

/** One look at what is staged. */
export interface Check {
  /** What of the index it reads, as git's pathspecs; none when nothing that is staged concerns it. */
  reads(staged: Staged): readonly string[];
  /** @param folder The files that it asked for, and those that others did. */
  run(folder: string, staged: Staged): Promise<Finding | undefined>;
}

export interface Ended {
  readonly status: number;
  readonly output: string;
}

/** Runs a program to its end. */
export function run(command: string, commandArguments: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ status: code ?? 1, output: output.trim() }));
  });
}
