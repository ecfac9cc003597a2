import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import { findChanges } from "../../src/diff.ts";
import type { Patch } from "../support/pets.ts";
import { readOnce } from "../support/read-once.ts";
import { describe, rewritings, to31 } from "./descriptions.ts";
import { anySchema, type Version } from "./schemas.ts";

const numRuns = Number(process.env["GENERATED_SCHEMAS"] ?? 20);

const read = readOnce((patch: Patch) => structuredClone(patch));

function summaries(before: Patch, after: Patch): string[] {
  return findChanges({ before: read(before), after: read(after) }).map(({ summary }) => summary);
}

const anyDescription = (version: Version): fc.Arbitrary<Patch> =>
  fc.array(anySchema(version), { minLength: 5, maxLength: 5 }).map((schemas) => describe(version, schemas));

group.each(["3.0", "3.1"] as const)("of any description in OpenAPI %s,", (version) => {
  test("the same in other words is no change", () => {
    fc.assert(
      fc.property(anyDescription(version), (description) => {
        for (const [name, rewrite] of Object.entries(rewritings)) {
          const other = rewrite(description);
          expect(JSON.stringify(other), name).not.toBe(JSON.stringify(description));
          expect({ name, found: summaries(description, other) }).toEqual({ name, found: [] });
          expect({ name, found: summaries(other, description) }).toEqual({ name, found: [] });
        }
      }),
      { numRuns },
    );
  });
});

test("any description of OpenAPI 3.0 is the same in 3.1", () => {
  fc.assert(
    fc.property(anyDescription("3.0"), (description) => {
      const other = to31(description);
      expect(summaries(description, other)).toEqual([]);
      expect(summaries(other, description)).toEqual([]);
    }),
    { numRuns },
  );
});
