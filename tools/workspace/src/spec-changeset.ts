/** `npm run spec:changeset`: what changed in the description since the last release, written into .changeset for users. */

import { passOnScript } from "./pass-on.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo(["@visitors-api/spec#bundle"]);
if (exitCode === 0) passOnScript("tools/release/src/spec-changeset.ts");
else process.exitCode = 1;
