import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DescriptionError } from "../src/load/load.ts";
import { emitted, expectToParse } from "./support/emitted.ts";
import { fill, folderWith } from "./support/folder.ts";
import { mutation } from "./support/mutations.ts";

/** So many descriptions, each read strictly and leniently. */
const runs = 120;

test("whatever stands in a description, the outcome is sources that parse, or mistakes with their places", async () => {
  const folder = folderWith();
  const path = join(folder, "openapi.json");
  const sources = new Set<string>();
  const counts = { generated: 0, refused: 0 };
  for (const text of fc.sample(mutation, { numRuns: runs })) {
    fill(folder, { "openapi.json": text });
    for (const lenient of [false, true]) {
      const outcome = await emitted(path, lenient).catch((error: unknown) => error);
      if (outcome instanceof DescriptionError) {
        counts.refused++;
        expect(outcome.problems.length).toBeGreaterThan(0);
        for (const { file, line, column, message } of outcome.problems) {
          expect({ file, isPlace: line >= 1 && column >= 1 }).toEqual({ file: path, isPlace: true });
          expect(message).toMatch(/^.+[.?]$/s);
        }
      } else if (outcome instanceof Map) {
        counts.generated++;
        for (const source of outcome.values()) sources.add(source);
      } else
        throw new Error(`It ends otherwise, ${lenient ? "leniently" : "strictly"}, with ${text}`, {
          cause: outcome,
        });
    }
  }
  // Both happen, or nothing was tried.
  expect(counts.generated).toBeGreaterThan(runs / 2);
  expect(counts.refused).toBeGreaterThan(runs / 4);
  await expectToParse(sources);
});
