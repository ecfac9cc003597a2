import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { recordTags } from "../src/tags.ts";

test("new tags are written where changesets/action reads them, a line of JSON for each", () => {
  const folder = mkdtempSync(join(tmpdir(), "tags-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "output.ndjson");
  vi.stubEnv("CHANGESETS_OUTPUT", file);
  onTestFinished(() => void vi.unstubAllEnvs());

  recordTags([]);
  expect(readFileSync(file, "utf8")).toBe("");
  recordTags([{ tag: "one@1.0.0", packageName: "one" }]);
  recordTags([{ tag: "two@1.0.0", packageName: "two" }]);

  expect(readFileSync(file, "utf8")).toBe(
    '{"type":"git-tag","tag":"one@1.0.0","packageName":"one"}\n{"type":"git-tag","tag":"two@1.0.0","packageName":"two"}\n',
  );
});
