/** `npm run spec:changeset`: what changed in the description since the last release, written into .changeset for users. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";
import { runTurbo } from "./turbo.ts";

const { exitCode } = await runTurbo(["@visitors-api/spec#bundle"]);
if (exitCode === 0) {
  const command = [join(root, "tools/release/src/spec-changeset.ts"), ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
} else {
  process.exitCode = 1;
}
