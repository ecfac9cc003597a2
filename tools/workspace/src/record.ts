/** `npm run record -- <url>`: an API held against the description while a client uses it. Arguments are passed on. */

import { passOnScript } from "./pass-on.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo(["@visitors-api/spec#bundle"]);
if (exitCode === 0) passOnScript("tools/e2e/live/record.ts");
else process.exitCode = 1;
