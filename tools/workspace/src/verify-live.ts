/** `npm run verify:live`: the workflows in spec/ against the real API. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo(["@visitors-api/spec#bundle"]);
if (exitCode === 0) passOnScript("tools/e2e/live/verify.ts");
else process.exitCode = 1;
