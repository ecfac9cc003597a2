/** `npm test`: every check there is. The last line says how many tests passed and failed. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolders } from "../installed.mjs";
import { ensureBrowser } from "./browser.ts";
import { duration } from "./format.ts";
import { root } from "./root.ts";
import { closingLine, countResults, failed, leftNoReport, removeReports } from "./test-results.ts";
import { runTurbo } from "./turbo.ts";

const started = performance.now();
const browser = await ensureBrowser().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(`Browser tests run in ${browser}`);

removeReports(workspaceFolders(root));
// Node keeps what it compiles by path, and tests run programs at many that there are only once.
const compileCache = join(root, "node_modules/.cache/tests-compile-cache");
const { exitCode, tasks } = await runTurbo(["lint", "typecheck", "drift", "changeset", "test"], {
  continueAfterFailure: true,
  environment: { CHROMIUM_PATH: browser, NODE_COMPILE_CACHE: compileCache },
});
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
