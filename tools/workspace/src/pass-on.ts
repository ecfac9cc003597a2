import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";
import { runTurbo } from "./turbo.ts";

export interface PassOnOptions {
  /** What is built first, as turbo names it. */
  readonly after?: string[];
  /** Options of Node. */
  readonly nodeOptions?: readonly string[];
}

/** Runs a script of the repository in its top folder, as `passOn` runs a command. Where what it needs cannot be built, the exit code is 1. */
export async function passOnScript(
  script: string,
  { after = [], nodeOptions = [] }: PassOnOptions = {},
): Promise<void> {
  const given = process.argv.slice(2);
  if (after.length > 0) {
    // Help speaks of the API, and whoever asks for it wants to read nothing else.
    const silent = given.includes("--help");
    const { exitCode } = await runTurbo(after, { silent });
    if (exitCode !== 0) {
      if (silent) console.error("What this needs cannot be built; npm run check says why.");
      process.exitCode = 1;
      return;
    }
  }
  passOn(process.execPath, [...nodeOptions, join(root, script), ...given]);
}

/**
 * Runs a command on this terminal. Its exit code becomes this process's, and what ends this process ends it first: it may have
 * servers to stop and folders to remove.
 */
export function passOn(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
