/** `npm test`: every check there is. The last line says how many tests passed and failed. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolders } from "../installed.mjs";
import { ensureBrowser } from "./browser.ts";
import { duration } from "./format.ts";
import { root } from "./root.ts";
import { closingLine, countResults, failed, leftNoReport, removeReports } from "./test-results.ts";
import { runTurbo, type TaskRun, type TurboRun } from "./turbo.ts";

/** The packages whose tests take longest. Turbo starts whatever is ready first, and then a core waits for them in the end. */
const longest = ["@visitors-api/docs", "@visitors-api/e2e"];

const stages = [
  { tasks: ["lint", "typecheck", "drift", "changeset"] },
  { tasks: ["test"], packages: longest },
  { tasks: ["test"], packages: longest.map((name) => `!${name}`) },
];

const started = performance.now();
const browser = await ensureBrowser().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`Browser tests run in ${browser}`);

removeReports(workspaceFolders(root));
// Node keeps what it compiles by path, and tests run programs at many that there are only once.
const compileCache = join(root, "node_modules/.cache/tests-compile-cache");
const { exitCode, tasks } = await runStages();
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
console.log(closingLine(counts));
process.exitCode = counts.failed === 0 && exitCode === 0 ? 0 : 1;

/** One run of turbo after the other, of each task what came of it first. */
async function runStages(): Promise<TurboRun> {
  let isInterrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      isInterrupted = true;
    });
  }
  const runs = new Map<string, TaskRun>();
  let exitCode = 0;
  for (const { tasks, packages = [] } of stages) {
    const stage = await runTurbo(tasks, {
      packages,
      continueAfterFailure: true,
      environment: { CHROMIUM_PATH: browser, NODE_COMPILE_CACHE: compileCache },
    });
    for (const run of stage.tasks) if (!runs.has(run.id)) runs.set(run.id, run);
    exitCode ||= stage.exitCode;
    if (isInterrupted) break;
  }
  return { exitCode, tasks: [...runs.values()] };
}
