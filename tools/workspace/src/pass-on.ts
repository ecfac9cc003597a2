import { join } from "node:path";
import { runOnTerminal } from "@visitors-api/machine/run";
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
  await passOn(process.execPath, [...nodeOptions, join(root, script), ...given]);
}

/** Runs a command on this terminal, in the top folder. Its exit code becomes this process's. */
export async function passOn(command: string, args: readonly string[]): Promise<void> {
  process.exitCode = await runOnTerminal(command, args, { cwd: root });
}
