/**
 * `npm run check`: drift, lint, types, samples and changesets, the fast loop while editing. What to do about a failure
 * is printed last.
 */

import { duration } from "./format.ts";
import { repairs } from "./repair.ts";
import { runTurbo } from "./turbo.ts";

const started = performance.now();

// What is out of step is told within seconds: sources that are about to be generated anew are not worth another look,
// and types are looked at last, for they wait until everything is built.
const stages = [["drift", "drift:notes"], ["lint", "samples", "changeset"], ["typecheck"]];

for (const stage of stages) {
  const { exitCode, tasks } = await runTurbo(stage, { continueAfterFailure: true });
  if (exitCode === 0) continue;
  const failed = tasks.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
  console.error(`\n${repairs(failed)}`);
  process.exit(1);
}
console.log(
  `\nGenerated sources, lint, types, samples and changesets are in order, after ${duration(performance.now() - started)}.`,
);
