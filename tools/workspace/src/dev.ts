/**
 * `npm run dev`: the docs and the sandbox on loopback; when something under spec/ is saved, everything is derived
 * again, the sandbox restarted and open pages reloaded. While the description is broken, the last good ones stay.
 */

import { join } from "node:path";
import { serveDocs } from "@visitors-api/docs/serve";
import { deriveEverything } from "./derive.ts";
import { duration, table } from "./format.ts";
import { portOrFree } from "./port.ts";
import { root } from "./root.ts";
import { type SandboxProcess, startSandbox } from "./sandbox-process.ts";
import { watchFolder } from "./watch-folder.ts";

const spec = join(root, "spec");
const sandboxPort = await portOrFree(4010);
const docsPort = await portOrFree(4020);
// The playground in the docs may call it.
const sandboxFlags = ["--cors-origin", `http://127.0.0.1:${docsPort}`];

if (!(await deriveEverything()).succeeded) {
  console.error("\nThis did not succeed; the error stands above. Correct it and run npm run dev again.");
  process.exit(1);
}

let sandbox: SandboxProcess | undefined = await startSandbox(sandboxPort, sandboxFlags);
const docs = await serveDocs({
  directory: join(root, "packages/docs/dist"),
  port: docsPort,
  liveReload: true,
});
printAddresses(sandbox.url);
const stopWatching = watchFolder(
  spec,
  { ignore: ["dist", "node_modules", ".turbo", ".results"], quietMs: 150 },
  update,
);

let ending: Promise<void> | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    ending ??= end();
  });
}

async function update(): Promise<void> {
  const started = performance.now();
  console.log("\nspec/ has changed");
  const { succeeded } = await deriveEverything({ remember: false });
  if (ending !== undefined) return;
  if (!succeeded) {
    console.error("\nThe last good docs and sandbox stay up. Correct the description and save it.");
    return;
  }
  docs.reload();
  await sandbox?.stop();
  sandbox = undefined;
  try {
    sandbox = await startSandbox(sandboxPort, sandboxFlags);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return;
  }
  console.log(`\nUp to date after ${duration(performance.now() - started)}`);
  printAddresses(sandbox.url);
}

function printAddresses(sandboxUrl: string): void {
  console.log(`
${table([
  ["Docs", docs.url],
  ["Sandbox", sandboxUrl],
])}

Save a file under spec/ to see it there. Ctrl+C ends both.`);
}

async function end(): Promise<void> {
  stopWatching();
  await Promise.all([docs.close(), sandbox?.stop()]);
  process.exit(0);
}
