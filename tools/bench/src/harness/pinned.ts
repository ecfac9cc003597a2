import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

const canPin = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** Where `taskset` is, a server and what calls it each have a CPU of their own, so that neither waits for the other. */
export type Cpu = 0 | 1;

/** A script as a command that runs it on one CPU, or on any where that cannot be said. */
export function pinned(cpu: Cpu, args: readonly string[]): [command: string, args: readonly string[]] {
  return canPin
    ? ["taskset", ["--cpu-list", String(cpu), process.execPath, ...args]]
    : [process.execPath, args];
}
