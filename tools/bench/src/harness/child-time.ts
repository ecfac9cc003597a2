import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second (proc_pid_stat(5)). */
const ticksPerSecond = 100;

/** The CPU time, in milliseconds, of all children of this process that have ended, and of theirs; undefined off Linux. */
export function childTime(): number | undefined {
  try {
    // What stands before the last parenthesis is the name of the program, which may hold anything.
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [user, system] = [fields[13], fields[14]].map(Number);
    return (((user ?? 0) + (system ?? 0)) / ticksPerSecond) * 1000;
  } catch {
    return undefined;
  }
}
