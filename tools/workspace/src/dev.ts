/**
 * `npm run dev`: the docs and the sandbox on loopback. When something under spec/ is saved, the client's sources and the docs
 * are derived again and open pages reloaded; then the packages are built, and the sandbox restarted. While the description is
 * broken, the last good ones stay, and terminal and pages say what is wrong.
 */

import { join } from "node:path";
import { type DevDocs, serveDevDocs } from "@visitors-api/docs/dev";
import { ownSources } from "@visitors-api/docs/own-sources";
import type { StartedServer } from "@visitors-api/machine/start";
import { derive } from "./derive.ts";
import { deriveClient } from "./dev/derive-client.ts";
import { expected, SaveError } from "./dev/save-error.ts";
import { duration, table } from "./format.ts";
import { freePort } from "./port.ts";
import { root } from "./root.ts";
import { startSandbox } from "./sandbox-process.ts";
import { runTurbo } from "./turbo.ts";
import { watchFolder } from "./watch-folder.ts";

/** An editor that saves in two steps has done both by then. */
const quietMs = 20;

const sandboxPort = await freePort(4010);
const docsPort = await freePort(4020);
// "Try it" in the docs may call it.
const sandboxFlags = ["--cors-origin", `http://127.0.0.1:${docsPort}`];

// The docs are made by what keeps them up to date afterwards.
const sandboxPackage = { packages: ["@visitors-api/sandbox"] };
const docs = (await derive(sandboxPackage)).succeeded ? await firstDocs() : undefined;
if (docs === undefined) {
  console.error("\nThis did not succeed; the error stands above. Correct it and run npm run dev again.");
  process.exit(1);
}
let sandbox: StartedServer | undefined = await startSandbox(sandboxPort, sandboxFlags);
// It keeps its address when it is restarted.
const sandboxUrl = sandbox.url;
let building = new AbortController();
let built = Promise.resolve();
const watchers = [
  watchFolder(
    join(root, "spec"),
    { ignore: ["dist", "node_modules", "releases", ".turbo", ".results"], quietMs },
    () => update(docs, ["client", "docs"]),
  ),
  watchFolder(ownSources().guides, { ignore: [], quietMs }, () => update(docs, ["docs"])),
];
console.log(`
${table([
  ["Docs", docs.url],
  ["Sandbox", sandboxUrl],
])}

Save a file under spec/ to see it there. Ctrl+C ends both.`);

let ending: Promise<void> | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    ending ??= end();
  });
}

async function firstDocs(): Promise<DevDocs | undefined> {
  try {
    return await expected(serveDevDocs({ ...ownSources(), base: "/", port: docsPort }));
  } catch (error) {
    if (!(error instanceof SaveError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

async function update(docs: DevDocs, parts: readonly ("client" | "docs")[]): Promise<void> {
  const started = performance.now();
  const after = () => `after ${duration(performance.now() - started)}`;
  console.log("");
  // What is being built is no longer wanted.
  building.abort();
  try {
    if (parts.includes("client")) {
      await deriveClient();
      console.log(`Client generated ${after()}`);
    }
    await expected(docs.update());
  } catch (error) {
    if (ending !== undefined) return;
    const message = error instanceof SaveError ? error.message : String(error);
    docs.showProblem(message);
    console.error(error instanceof SaveError ? message : error);
    console.error("\nThe last good docs and sandbox stay up. Correct the description and save it.");
    return;
  }
  console.log(`Docs reloaded ${after()}`);
  if (!parts.includes("client")) return;
  building = new AbortController();
  const { signal } = building;
  built = built.then(() => buildPackages(signal, after));
}

/** What the packages are to each other, and the sandbox. */
async function buildPackages(signal: AbortSignal, after: () => string): Promise<void> {
  if (signal.aborted) return;
  const { exitCode } = await runTurbo(["build"], { ...sandboxPackage, signal, silent: true });
  if (signal.aborted || ending !== undefined) return;
  if (exitCode !== 0) {
    console.error("\nThe packages cannot be built, and the sandbox stays as it was. npm start says why.");
    return;
  }
  await sandbox?.stop();
  sandbox = undefined;
  try {
    sandbox = await startSandbox(Number(new URL(sandboxUrl).port), sandboxFlags);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return;
  }
  console.log(`Sandbox restarted ${after()}`);
}

async function end(): Promise<void> {
  for (const stopWatching of watchers) stopWatching();
  building.abort();
  await built;
  await Promise.all([docs?.close(), sandbox?.stop()]);
  process.exit(0);
}
