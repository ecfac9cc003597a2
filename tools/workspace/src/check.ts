/** `npm run check`: lint, types and drift, the fast loop while editing. */

import { runTurbo } from "./turbo.ts";

const { exitCode, tasks } = await runTurbo(["lint", "typecheck", "drift"], { continueAfterFailure: true });
const failed = tasks.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
for (const { id } of failed) console.error(`Failed: ${id}`);
if (exitCode === 0) console.log("Lint, types and generated sources are in order.");
process.exitCode = exitCode === 0 ? 0 : 1;
