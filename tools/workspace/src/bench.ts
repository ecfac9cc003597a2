/** `npm run bench`: the comparisons in tools/bench. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { runTurbo } from "./turbo.ts";

const manifest = join(root, "tools/bench/package.json");
if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).scripts?.bench !== undefined) {
  const { exitCode } = await runTurbo(["bench"]);
  process.exitCode = exitCode === 0 ? 0 : 1;
} else {
  console.log("There are no benchmarks yet: tools/bench has no bench script, and nothing was measured.");
}
