import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BenchmarkError } from "./benchmark-error.ts";
import { pinned } from "./pinned.ts";

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  /** The time on a CPU that it has had, in milliseconds; undefined where that cannot be seen. */
  cpuMilliseconds(): number | undefined;
  /** The memory that the process has, in bytes; undefined where that cannot be seen. */
  residentBytes(): number | undefined;
  /** What its objects take up when the garbage is collected, in bytes. */
  liveBytes(): Promise<number>;
  stop(): Promise<void>;
}

const heapReport = join(import.meta.dirname, "report-heap.mjs");

/** No server here takes longer to start than a fraction of this. */
const patience = 60_000;

/** @throws {BenchmarkError} when it prints no URL. */
export async function serve(args: readonly string[], cwd: string): Promise<Served> {
  const [command, all] = pinned(0, ["--import", heapReport, ...args]);
  const child = spawn(command, all, { cwd, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const exit = once(child, "exit");
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new BenchmarkError(`${args.join(" ")} did not start:\n${output}`));
    const timer = setTimeout(() => child.kill(), patience);
    const read = (data: Buffer) => {
      output += data;
      const [printed] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (printed === undefined) return;
      clearTimeout(timer);
      resolve(printed);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", fail);
  });
  return {
    url,
    cpuMilliseconds: () => cpuMilliseconds(child.pid),
    residentBytes: () => residentBytes(child.pid),
    async liveBytes() {
      const report = once(child, "message", { signal: AbortSignal.timeout(patience) });
      child.send("report");
      const [bytes] = await report;
      return bytes;
    },
    async stop() {
      child.kill();
      await exit;
    },
  };
}

/** proc(5): the fields 14 and 15 of `stat`, in hundredths of a second. */
function cpuMilliseconds(pid: number | undefined): number | undefined {
  const fields = proc(pid, "stat")?.split(") ").at(-1)?.split(" ");
  return fields && (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentBytes(pid: number | undefined): number | undefined {
  const [kilobytes] = /(?<=^VmRSS:\s*)\d+/m.exec(proc(pid, "status") ?? "") ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function proc(pid: number | undefined, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined; // It has ended, or this is no Linux.
  }
}
