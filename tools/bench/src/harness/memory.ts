import { readFileSync } from "node:fs";

const interval = 10;
const pageSize = 4096;

/**
 * Looks at a process and its children every few milliseconds, as far as Linux shows them.
 *
 * @returns A function that stops looking and tells the most that they held at once, in bytes; undefined if nothing was seen.
 */
export function peakMemory(pid: number): () => number | undefined {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid));
  }, interval);
  return () => {
    clearInterval(timer);
    return peak === 0 ? undefined : peak;
  };
}

function residentBytes(pid: number): number {
  try {
    const [, resident = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), Number(resident) * pageSize);
  } catch {
    return 0; // It has ended, or this is no Linux.
  }
}
