import { readableMutations } from "@visitors-api/codegen/readable-mutations";
import { expect, test } from "vitest";
import { folderWith, specDiffOf } from "../support/command.ts";

test("whatever stands in two descriptions that can be read, they are compared", async () => {
  const read = await readableMutations(60);
  let compared = 0;
  for (let index = 1; index < read.length; index += 2) {
    const [before, after] = [read[index - 1], read[index]];
    const folder = folderWith({
      "before.json": JSON.stringify(before?.description),
      "after.json": JSON.stringify(after?.description),
    });
    const { status, stderr } = await specDiffOf(folder, "after.json", "before.json");
    expect([0, 1], `${stderr}\n${before?.text}\n${after?.text}`).toContain(status);
    compared++;
  }
  expect(compared).toBeGreaterThan(15);
});
