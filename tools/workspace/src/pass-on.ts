import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

/**
 * Runs a script of the repository on this terminal, with the arguments of this process. Its exit code becomes this one's, and
 * what ends this process ends it first: it may have servers to stop and folders to remove.
 *
 * @param script Its path, relative to the root.
 */
export function passOn(script: string): void {
  const child = spawn(process.execPath, [join(root, script), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
