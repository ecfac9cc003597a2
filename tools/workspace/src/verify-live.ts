/** `npm run verify:live`: the workflows in spec/ against the real API. Arguments are passed on. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

const command = [join(root, "tools/e2e/live/verify.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
