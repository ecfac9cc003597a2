import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";
import { runTurbo } from "./turbo.ts";

/** Runs a script of the repository in its top folder, as `passOn` runs a command, on a Node with these options. */
export function passOnScript(script: string, nodeOptions: readonly string[] = []): void {
  passOn(process.execPath, [...nodeOptions, join(root, script), ...process.argv.slice(2)]);
}

/** The same once the description is bundled. Where it cannot be, the exit code is 1. */
export async function passOnScriptAfterBundling(script: string): Promise<void> {
  const { exitCode } = await runTurbo(["@visitors-api/spec#bundle"]);
  if (exitCode === 0) passOnScript(script);
  else process.exitCode = 1;
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
