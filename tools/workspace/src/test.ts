/** `npm test`: every check there is. The last line says how many tests passed and failed. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "@visitors-api/machine/find-chromium";
import { workspaceFolders } from "../installed.mjs";
import { duration } from "./format.ts";
import { root } from "./root.ts";
import { closingLine, countResults, failed, leftNoReport, removeReports } from "./test-results.ts";
import { runTurbo, type TaskRun, type TurboRun } from "./turbo.ts";

/**
 * The packages whose tests need a browser, and take longest. Turbo starts whatever is ready first, and then a core would wait for
 * them in the end. They wait for the browser and for other processes, so that there is time for the other tests beside them.
 */
const inBrowsers = ["@visitors-api/docs", "@visitors-api/e2e"];

const checks = ["lint", "typecheck", "drift", "drift:notes", "changeset"];

const started = performance.now();
const browser = await ensureBrowser().catch((error: Error) => {
  console.error(`${error.message}\nThe other tests are run meanwhile.\n`);
  return undefined;
});
if (browser !== undefined) console.log(`Browser tests run in ${browser}`);

removeReports(workspaceFolders(root));
// Node keeps what it compiles by path, and tests run programs at many that there are only once.
const compileCache = join(root, "node_modules/.cache/tests-compile-cache");
const { exitCode, tasks } = await runAll();
rmSync(compileCache, { recursive: true, force: true });

const counts = countResults(tasks);
// Turbo itself can fail before it has run a task; that is a failure too.
if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;

for (const { id } of tasks.filter(failed)) console.error(`Failed: ${id}`);
for (const { id } of tasks.filter(({ exitCode }) => exitCode === undefined)) console.error(`Not run: ${id}`);
for (const { id } of tasks.filter(leftNoReport)) {
  console.error(`No report from ${id}: let it run Vitest with tools/workspace/vitest.config.ts.`);
}
console.log(`\n${tasks.length} tasks in ${duration(performance.now() - started)}`);
if (browser === undefined) {
  console.error(
    `Left out, for want of a browser: the tests of ${inBrowsers.join(" and ")}. The first lines say what to do.`,
  );
}
console.log(closingLine(counts));
process.exitCode = counts.failed === 0 && exitCode === 0 && browser !== undefined ? 0 : 1;

/** First the checks, and with them all that tests need; then the tests. Of each task it tells what came of it first. */
async function runAll(): Promise<TurboRun> {
  let isInterrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      isInterrupted = true;
    });
  }
  const options = {
    continueAfterFailure: true,
    environment: { CHROMIUM_PATH: browser, NODE_COMPILE_CACHE: compileCache },
  };
  const stages = [await runTurbo(checks, options)];
  if (!isInterrupted) {
    const others = runTurbo(["test"], { ...options, packages: inBrowsers.map((name) => `!${name}`) });
    const tests =
      browser === undefined ? [others] : [runTurbo(["test"], { ...options, packages: inBrowsers }), others];
    stages.push(...(await Promise.all(tests)));
  }
  const runs = new Map<string, TaskRun>();
  for (const run of stages.flatMap(({ tasks }) => tasks)) if (!runs.has(run.id)) runs.set(run.id, run);
  return {
    exitCode: stages.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    tasks: [...runs.values()],
  };
}
