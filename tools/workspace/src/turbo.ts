import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "./root.ts";

/** One task of one package, as turbo's run summary tells it. */
export interface TaskRun {
  /** Such as "@visitors-api/client#build". */
  id: string;
  task: string;
  /** The package's folder, relative to the root. */
  directory: string;
  /** Globs relative to the package's folder. */
  outputs: string[];
  cached: boolean;
  /** Undefined when the task was not run, because one that it depends on failed. */
  exitCode: number | undefined;
  milliseconds: number;
}

export interface TurboRun {
  exitCode: number;
  tasks: TaskRun[];
}

export interface TurboOptions {
  /** Run what does not depend on the failed task all the same. Default: stop at the first failure. */
  continueAfterFailure?: boolean;
  /** Show nothing of it. Default: false. */
  silent?: boolean;
  environment?: NodeJS.ProcessEnv;
  /** Packages, as turbo's --filter takes them. Of runs at the same time, each has others. Default: all. */
  packages?: string[];
  /** Ends the run. */
  signal?: AbortSignal;
}

/** The part of turbo's run summary that is read here (`turbo run --summarize`). */
interface Summary {
  execution: { command: string };
  tasks: {
    taskId: string;
    task: string;
    directory: string;
    command: string;
    outputs: string[] | null;
    cache: { status: "HIT" | "MISS" };
    execution?: { startTime: number; endTime: number; exitCode: number | null };
  }[];
}

const summariesKept = 20;

/**
 * For the compiler and for esbuild, which are written in Go. They end before what they have allocated is much more than what they still
 * use, and collecting it all the same is two fifths of the compiler's CPU time.
 */
const goEnvironment = { GOGC: "off", GOMEMLIMIT: "1GiB" };

/** Runs the tasks in every package that has them, turbo's output on this terminal, and tells how each went. */
export async function runTurbo(tasks: string[], options: TurboOptions = {}): Promise<TurboRun> {
  const filters = (options.packages ?? []).map((name) => `--filter=${name}`);
  const before = new Set(summaryFiles());
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules/turbo/bin/turbo"),
      "run",
      ...tasks,
      "--summarize",
      "--output-logs=new-only",
      `--concurrency=${Math.max(2, availableParallelism())}`,
      ...filters,
      `--continue=${options.continueAfterFailure ? "dependencies-successful" : "never"}`,
    ],
    {
      cwd: root,
      env: { ...goEnvironment, ...process.env, ...options.environment },
      stdio: options.silent ? "ignore" : "inherit",
    },
  );
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const abort = () => stop("SIGTERM");
  options.signal?.addEventListener("abort", abort, { once: true });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  process.off("SIGINT", stop).off("SIGTERM", stop);
  options.signal?.removeEventListener("abort", abort);

  const summary = summaryFiles()
    .filter((file) => !before.has(file))
    .map((file): Summary => JSON.parse(readFileSync(file, "utf8")))
    // Turbo says nowhere else which run a summary is of.
    .find(({ execution }) => filters.every((filter) => execution.command.includes(filter)));
  const runs = summary === undefined ? [] : taskRuns(summary);
  for (const old of summaryFiles().slice(summariesKept)) rmSync(old);
  return { exitCode, tasks: runs };
}

/** Newest first: their names begin with the time. */
function summaryFiles(): string[] {
  const folder = join(root, ".turbo/runs");
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .reverse()
      .map((name) => join(folder, name));
  } catch {
    return []; // Before the first run there is no such folder.
  }
}

/** In the order in which they were started. */
function taskRuns({ tasks }: Summary): TaskRun[] {
  return tasks
    .filter(({ command }) => command !== "<NONEXISTENT>")
    .toSorted((one, other) => (one.execution?.startTime ?? 0) - (other.execution?.startTime ?? 0))
    .map(({ taskId, task, directory, outputs, cache, execution }) => ({
      id: taskId,
      task,
      directory,
      outputs: outputs ?? [],
      cached: cache.status === "HIT",
      // Turbo leaves the exit code out when the answer came from the cache.
      exitCode: execution === undefined ? undefined : cache.status === "HIT" ? 0 : (execution.exitCode ?? 1),
      milliseconds: execution === undefined ? 0 : execution.endTime - execution.startTime,
    }));
}
