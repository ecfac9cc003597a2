import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@visitors-api/codegen/generate";
import { write } from "@visitors-api/codegen/write";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";
import { expected, SaveError } from "./save-error.ts";

const bundle = join(root, "spec/dist/openapi.json");
/** Beside it, so that it can take its place at once. */
const unfinished = join(root, "spec/dist/.openapi.saved.json");
const sources = join(root, "packages/client/src/generated");

/**
 * Lints and bundles a saved description, and writes the client's sources, as the tasks of the packages do it, but in this process, which
 * has everything loaded: `npm run dev` is for somebody who waits for it.
 *
 * @throws {SaveError} when the description breaks a rule or cannot be used; everything is as it was.
 */
export async function deriveClient(): Promise<void> {
  try {
    const [linted, bundled] = await Promise.all([
      runRedocly(["lint", "--lint-config=error"]),
      runRedocly(["bundle", "openapi.yaml", "--output", unfinished]),
    ]);
    for (const { succeeded, said } of [linted, bundled]) if (!succeeded) throw new SaveError(said);
    const { differences } = await expected(generate(unfinished, sources));
    await write(sources, differences);
    renameSync(unfinished, bundle);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
