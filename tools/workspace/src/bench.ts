/** `npm run bench`: the comparisons in tools/bench, on a client, a sandbox and tools that are built. Arguments are passed on to them. */

import { passOnScript } from "./pass-on.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo([
  "@visitors-api/mcp#build",
  "@visitors-api/sandbox#build",
  "@visitors-api/spec#bundle",
]);
if (exitCode === 0) passOnScript("tools/bench/src/cli.ts");
else process.exitCode = 1;
