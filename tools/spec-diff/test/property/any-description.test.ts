import { join } from "node:path";
import { DescriptionError, loadDescription } from "@visitors-api/codegen/load";
import { mutation } from "@visitors-api/codegen/mutations";
import fc from "fast-check";
import { expect, test } from "vitest";
import { specDiff } from "../../src/command.ts";
import { folderWith, write } from "../support/command.ts";

test("whatever stands in two descriptions that can be read, they are compared", async () => {
  const folder = folderWith({});
  const [before, after] = [join(folder, "before.json"), join(folder, "after.json")];
  let compared = 0;
  for (const [was, is] of fc.sample(fc.tuple(mutation, mutation), { numRuns: 30 })) {
    const read: unknown[] = [];
    for (const text of [was, is]) {
      write(folder, { "read.json": text });
      read.push(
        await loadDescription(join(folder, "read.json"), { lenient: true }).catch((error: unknown) => error),
      );
    }
    if (read.some((one) => one instanceof DescriptionError)) continue;
    write(folder, { "before.json": JSON.stringify(read[0]), "after.json": JSON.stringify(read[1]) });
    let said = "";
    const output = {
      write: () => {},
      complain: (line: string) => {
        said += line;
      },
    };
    const status = await specDiff([before, "--description", after], output);
    expect([0, 1], `${said}\n${was}\n${is}`).toContain(status);
    compared++;
  }
  expect(compared).toBeGreaterThan(15);
});
