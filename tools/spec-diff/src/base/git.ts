import { spawnSync } from "node:child_process";

/** What git wrote, or why it wrote nothing. */
export interface Answer {
  /** Undefined when git failed. */
  readonly output: Buffer | undefined;
  readonly error: string;
  readonly isInstalled: boolean;
}

/** Runs git in a folder. */
export function runGit(folder: string, gitArguments: readonly string[], input = ""): Answer {
  const { status, stdout, stderr, error } = spawnSync("git", ["-C", folder, ...gitArguments], {
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    // Its messages are looked at.
    env: { ...process.env, LC_ALL: "C" },
  });
  return {
    output: status === 0 ? stdout : undefined,
    error: String(stderr ?? "").trim(),
    isInstalled: error === undefined,
  };
}

/** What git wrote, as a line; undefined when it failed. */
export function askGit(folder: string, ...gitArguments: readonly string[]): string | undefined {
  return runGit(folder, gitArguments).output?.toString("utf8").trim();
}
