/**
 * `npm run spec:changeset`: what changed in the description since the last release, written into .changeset for users. With `--show`
 * what is pending there, for which the description is not read.
 */

import { passOnScript } from "./pass-on.ts";
import { runTurbo } from "./turbo.ts";

const isReading = process.argv.includes("--show");
const exitCode = isReading ? 0 : (await runTurbo(["@visitors-api/spec#bundle"])).exitCode;
if (exitCode === 0) passOnScript("tools/release/src/spec-changeset.ts");
else process.exitCode = 1;
