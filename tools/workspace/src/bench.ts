/** `npm run bench`: the comparisons in tools/bench, on a client and a sandbox that are built. Arguments are passed on to them. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo(["@visitors-api/sandbox#build", "@visitors-api/spec#bundle"]);
if (exitCode === 0) {
  const command = [join(root, "tools/bench/src/cli.ts"), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
} else {
  process.exitCode = 1;
}
