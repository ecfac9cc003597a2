/** `npm start`: everything derived from the description, then one real call through it, over a socket. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Derived, derive } from "./derive.ts";
import { duration, indent, size, table } from "./format.ts";
import { writtenOutputs } from "./outputs.ts";
import { root } from "./root.ts";

const started = performance.now();

console.log("\nFrom spec/openapi.yaml: lint, bundle, generate, build\n");
const derived = await derive();
if (!derived.succeeded) {
  console.error("\nThis did not succeed; the error stands above. Nothing was started.");
  process.exit(1);
}
await makeExampleCall();
printSummary(derived);

async function makeExampleCall(): Promise<void> {
  // Both import what has just been built, so they cannot be loaded any earlier.
  const { exampleCall, makeCall } = await import("./example-call.ts");
  const { startSandbox } = await import("./sandbox-process.ts");

  const description: object = JSON.parse(readFileSync(join(root, "spec/dist/openapi.json"), "utf8"));
  const call = exampleCall(description);
  if (call === undefined) {
    console.log("\nNo operation has examples of all that it needs, so none is called. Add them under spec/.");
    return;
  }
  const sandbox = await startSandbox(0);
  try {
    console.log(`\n${call.summary}: client.${call.method}(…) against the sandbox\n`);
    const { request, response, milliseconds } = await makeCall(call, sandbox.url);
    console.log(`${indent(request, "  > ")}\n\n${indent(response, "  < ")}\n\n  ${duration(milliseconds)}`);
  } finally {
    await sandbox.stop();
  }
}

function printSummary({ tasks }: Derived): void {
  const outputs = writtenOutputs(tasks).map(({ path, files, bytes }) => [
    path,
    files === 1 ? "1 file" : `${files} files`,
    size(bytes),
  ]);
  const steps = tasks.map(({ id, cached, milliseconds }) => [
    id,
    cached ? "from the cache" : duration(milliseconds),
  ]);
  const hits = tasks.filter(({ cached }) => cached).length;
  console.log(`
Written
${table(outputs)}

Steps
${table(steps)}

${hits} of ${tasks.length} steps came from the cache. ${duration(performance.now() - started)} in all.

Next
${table([
  ["npm run dev", "the docs and the sandbox on this machine, rebuilt whenever spec/ changes"],
  ["npm test", "lint, types, drift, and tests in real browsers and over real sockets"],
  ["npm run check", "the fast part of it"],
])}
`);
}
