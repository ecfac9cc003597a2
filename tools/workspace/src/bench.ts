/** `npm run bench`: the comparisons in tools/bench, on a client, a sandbox and tools that are built. Arguments are passed on to them. */

import { passOnScript } from "./pass-on.ts";

await passOnScript("tools/bench/src/cli.ts", {
  after: ["@visitors-api/mcp#build", "@visitors-api/sandbox#build", "@visitors-api/spec#bundle"],
});
