/** `npm run corpus`: tries the generator on descriptions that the arguments name. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

const command = [join(root, "tools/codegen/corpus/cli.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, command, { stdio: "inherit" }).status ?? 1;
