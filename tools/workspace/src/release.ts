/** `npm run release`: versions, publishing, or a rehearsal of both. Arguments are passed on. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

const command = [join(root, "tools/release/src/cli.ts"), ...process.argv.slice(2)];
const child = spawn(process.execPath, command, { stdio: "inherit" });
// It has servers to stop and a folder to remove.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
