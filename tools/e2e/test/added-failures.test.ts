import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failures } from "../added/failures.ts";
import { temporaryFolder } from "../support/folders.ts";

test("what failed in a copy is told by file, test and reason, also a file that could not be run", async () => {
  const repository = await temporaryFolder();
  const report = async (folder: string, testResults: object[], file = "vitest.json") => {
    await mkdir(join(repository, folder, ".results"), { recursive: true });
    await writeFile(join(repository, folder, ".results", file), JSON.stringify({ testResults }));
  };
  const passed = { fullName: "a note is listed", status: "passed", failureMessages: [] };
  const failed = {
    fullName: "a note is kept",
    status: "failed",
    failureMessages: ["Error: no\n  at a.ts:1"],
  };
  const file = (name: string) => join(repository, name);
  await mkdir(join(repository, "packages/quiet"), { recursive: true });
  await report("spec", [{ name: file("spec/test/a.test.ts"), status: "passed", assertionResults: [passed] }]);
  await report("packages/notes", [
    { name: file("packages/notes/test/b.test.ts"), status: "failed", assertionResults: [passed, failed] },
  ]);
  await report("tools/many", [
    {
      name: file("tools/many/test/c.test.ts"),
      status: "failed",
      message: "SyntaxError",
      assertionResults: [],
    },
  ]);
  const onDemand = { name: file("tools/many/test-on-demand/d.test.ts"), status: "failed" };
  await report("tools/many", [{ ...onDemand, assertionResults: [failed] }], "on-demand.json");

  expect(await failures(repository)).toEqual([
    "packages/notes/test/b.test.ts > a note is kept: Error: no",
    "tools/many/test/c.test.ts: SyntaxError",
    "tools/many/test-on-demand/d.test.ts > a note is kept: Error: no",
  ]);
});
