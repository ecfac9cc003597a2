import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readableMutations } from "@visitors-api/codegen/readable-mutations";
import { expect, onTestFinished, test } from "vitest";
import { describeApi } from "../src/describe/describe-api.ts";

test("whatever stands in a description that can be read, tools and documents are made of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "visitors-mcp-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "openapi.json");
  const read = await readableMutations(150);
  for (const { text, description } of read) {
    writeFileSync(file, JSON.stringify(description));
    const outcome = await describeApi({ description: file }).catch((error: unknown) => error);
    // The site has to have a title.
    const isRefused = outcome instanceof Error && /\/info\/title/.test(outcome.message);
    if (!isRefused) expect(outcome, text).not.toBeInstanceOf(Error);
  }
  expect(read.length).toBeGreaterThan(100);
});
