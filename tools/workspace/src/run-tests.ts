import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "@visitors-api/machine/find-chromium";
import { workspaceFolders } from "../installed.mjs";
import { duration } from "./format.ts";
import { root } from "./root.ts";
import {
  closingLine,
  countResults,
  failed,
  failedTests,
  leftNoReport,
  removeReports,
  type TestTask,
} from "./test-results.ts";
import { runTurbo, type TaskRun, type TurboRun } from "./turbo.ts";

export interface TestGroup {
  /** Packages, as turbo's --filter takes them; no package is in two groups. */
  packages: string[];
  /** Whether their tests are left out, and the run fails, where there is no browser. Default: false. */
  needBrowser?: boolean;
}

export interface TestRun {
  /** The tasks that are run first. */
  checks: string[];
  /** The task that runs the tests of a package. */
  task: TestTask;
  /** They are run at the same time. */
  groups: TestGroup[];
}

/**
 * Runs checks and tests, and prints how many passed and failed. The exit code of this process is 0 when nothing failed and nothing was
 * left out, and 1 otherwise.
 */
export async function runTests({ checks, task, groups }: TestRun): Promise<void> {
  const started = performance.now();
  const others = groups.filter(({ needBrowser }) => !needBrowser);
  const browser = await ensureBrowser().catch(({ message }: Error) => {
    console.error(others.length > 0 ? `${message}\nThe other tests are run meanwhile.\n` : message);
    return undefined;
  });
  if (browser !== undefined) console.log(`Browser tests run in ${browser}`);

  removeReports(workspaceFolders(root), task);
  // Node keeps what it compiles by path, and tests run programs at many that there are only once.
  const compileCache = join(root, "node_modules/.cache/tests-compile-cache");
  const environment = { CHROMIUM_PATH: browser, NODE_COMPILE_CACHE: compileCache };
  const run = browser === undefined ? others : groups;
  const { exitCode, tasks } = await runAll(checks, task, run, environment);
  rmSync(compileCache, { recursive: true, force: true });

  const counts = countResults(tasks);
  // Turbo itself can fail before it has run a task; that is a failure too.
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;

  for (const task of tasks.filter(failed)) {
    console.error([`Failed: ${task.id}`, ...failedTests(task)].join("\n  "));
  }
  for (const { id } of tasks.filter(({ exitCode }) => exitCode === undefined))
    console.error(`Not run: ${id}`);
  for (const { id } of tasks.filter(leftNoReport)) {
    console.error(`No report from ${id}: let it run Vitest with tools/workspace/vitest.config.ts.`);
  }
  console.log(`\n${tasks.length} tasks in ${duration(performance.now() - started)}`);
  if (browser === undefined) {
    const leftOut = groups.filter((group) => !run.includes(group)).flatMap(({ packages }) => packages);
    console.error(
      `Left out, for want of a browser: the tests of ${leftOut.join(" and ")}. The first lines say what to do.`,
    );
  }
  console.log(closingLine(counts));
  process.exitCode = counts.failed === 0 && exitCode === 0 && browser !== undefined ? 0 : 1;
}

/** First the checks, and with them all that tests need; then the tests. Of each task it tells what came of it first. */
async function runAll(
  checks: string[],
  task: TestTask,
  groups: TestGroup[],
  environment: NodeJS.ProcessEnv,
): Promise<TurboRun> {
  let isInterrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      isInterrupted = true;
    });
  }
  const options = { continueAfterFailure: true, environment };
  const stages = checks.length > 0 ? [await runTurbo(checks, options)] : [];
  if (!isInterrupted) {
    const tests = groups.map(({ packages }) => runTurbo([task], { ...options, packages }));
    stages.push(...(await Promise.all(tests)));
  }
  const runs = new Map<string, TaskRun>();
  for (const run of stages.flatMap(({ tasks }) => tasks)) if (!runs.has(run.id)) runs.set(run.id, run);
  return {
    exitCode: stages.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    tasks: [...runs.values()],
  };
}
