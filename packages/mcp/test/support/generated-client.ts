import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModel, emitSources } from "@visitors-api/codegen";
import type { Description } from "@visitors-api/openapi";
import { onTestFinished } from "vitest";
import type * as Runtime from "../../../client/src/runtime/index.ts";
import type { GeneratedClient } from "../../src/connection/connection.ts";

const runtime = fileURLToPath(new URL("../../../client/src/runtime/index.ts", import.meta.url));

// Not by Vite, which imports for tests: all that is generated it would transform first.
const load = createRequire(import.meta.url);
const { CallError }: typeof Runtime = load(runtime);

/** The client of any description, as it is when one generates a client. */
export async function generatedClient(description: Description): Promise<GeneratedClient> {
  const folder = mkdtempSync(join(tmpdir(), "generated-client-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, text] of emitSources(description, buildModel(description), runtime)) {
    writeFileSync(join(folder, name), text);
  }
  const { createClient } = load(join(folder, "client.ts"));
  const { operationSchemas } = load(join(folder, "schemas.ts"));
  return { createClient, operationSchemas, CallError };
}
