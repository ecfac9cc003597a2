import { arch, cpus, loadavg, platform } from "node:os";

/** What the figures were measured on. */
export function machine(): string {
  const all = cpus();
  return `Node ${process.versions.node}, ${platform()} ${arch()}, ${all.length} × ${all[0]?.model.trim() || "unknown CPU"}`;
}

/** How many processes wanted to run, over the last minute. More than there are CPUs, and the times are too long. */
export function loadAverage(): string {
  return loadavg()[0]?.toFixed(1) ?? "unknown";
}
