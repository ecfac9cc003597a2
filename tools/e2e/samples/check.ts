/**
 * Whether every sample in TypeScript compiles: of READMEs, guides, and the methods of the generated client.
 *
 *     node samples/check.ts [<folder of the repository>]
 *
 * Needs the client and the sandbox built. Exit 0: all compile. 1: one does not; what is wrong is printed with its place.
 */

import { root } from "../support/root.ts";
import { samples } from "../support/samples.ts";
import { compileSamples } from "./compile.ts";

const all = await samples(process.argv[2] ?? root);
const problems = await compileSamples(all);
if (problems === "") {
  console.log(`${all.length} samples compile.`);
} else {
  console.error(problems);
  process.exitCode = 1;
}
