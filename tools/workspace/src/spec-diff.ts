/** `npm run spec:diff`: what has changed in the description, for a user of the client. Arguments are passed on. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

const command = [join(root, "tools/spec-diff/src/cli.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
