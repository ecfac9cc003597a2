import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescriptionError, loadDescription } from "@visitors-api/codegen/load";
import { mutation } from "@visitors-api/codegen/mutations";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { describeApi } from "../src/describe/describe-api.ts";

test("whatever stands in a description that can be read, tools and documents are made of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "visitors-mcp-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "openapi.json");
  let made = 0;
  for (const text of fc.sample(mutation, { numRuns: 150 })) {
    writeFileSync(file, text);
    const described = await loadDescription(file, { lenient: true }).catch((error: unknown) => error);
    if (described instanceof DescriptionError) continue;
    writeFileSync(file, JSON.stringify(described));
    const outcome = await describeApi({ description: file }).catch((error: unknown) => error);
    // The site has to have a title.
    const isRefused = outcome instanceof Error && /\/info\/title/.test(outcome.message);
    if (!isRefused) expect(outcome, text).not.toBeInstanceOf(Error);
    made++;
  }
  expect(made).toBeGreaterThan(100);
});
