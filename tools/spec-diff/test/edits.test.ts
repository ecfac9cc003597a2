import { beforeAll, describe, expect, test } from "vitest";
import { checkTypes, type Declared, withTypes } from "../src/compile/compile.ts";
import { findChanges, judge } from "../src/diff.ts";
import type { Difference } from "../src/difference.ts";
import type { Read, Versions } from "../src/read/read.ts";
import { arrayEdits } from "./edits/arrays.ts";
import { compositionEdits } from "./edits/composition.ts";
import { constraintEdits } from "./edits/constraints.ts";
import { generatedEdits } from "./edits/generated.ts";
import { openapiEdits } from "./edits/openapi-object.ts";
import { operationEdits } from "./edits/operation-object.ts";
import { propertyEdits } from "./edits/properties.ts";
import { responseEdits } from "./edits/responses-object.ts";
import { samenessEdits } from "./edits/sameness.ts";
import { typeEdits } from "./edits/types.ts";
import type { Edit, Expected } from "./support/edit.ts";
import { describePets, type Patch } from "./support/pets.ts";
import { readOnce } from "./support/read-once.ts";

const table: Readonly<Record<string, readonly Edit[]>> = {
  "types and values": typeEdits,
  properties: propertyEdits,
  arrays: arrayEdits,
  composition: compositionEdits,
  constraints: constraintEdits,
  operations: operationEdits,
  responses: responseEdits,
  "the whole description": openapiEdits,
  "what is made of both together": generatedEdits,
  "the same in other words": samenessEdits,
};

const cases = Object.entries(table).flatMap(([theme, edits]) =>
  edits.flatMap(({ what, before, after, forth, back, only, says }) =>
    (["3.0", "3.1"] as const)
      .filter((version) => only === undefined || version === only)
      .flatMap((version) => [
        { theme, title: `${what} (${version})`, version, before, after, expected: forth, says },
        {
          theme,
          title: `${what} (${version}, back)`,
          version,
          before: after,
          after: before,
          expected: back,
          says: undefined,
        },
      ]),
  ),
);

let differences: Difference[];
beforeAll(async () => {
  const readers = Object.fromEntries(
    ["3.0", "3.1"].map((version) => [
      version,
      readOnce((patch: Patch) => describePets(`${version}.0`, patch)),
    ]),
  );
  const types = new Map<Read, Declared>();
  const declared = (read: Read): Declared => {
    const known = types.get(read) ?? withTypes(read);
    types.set(read, known);
    return known;
  };
  const versions = cases.flatMap(({ version, before, after }): Versions[] => {
    const read = readers[version];
    return read ? [{ before: read(before), after: read(after) }] : [];
  });
  const compiled = await checkTypes(
    versions.map(({ before, after }) => ({ before: declared(before), after: declared(after) })),
  );
  differences = versions.flatMap((one, index) => {
    const compiler = compiled[index];
    return compiler ? judge(one, findChanges(one), compiler) : [];
  });
});

function shown({ verdict, changes, compiler }: Difference): Expected {
  const rules = [...new Set(changes.map(({ rule }) => rule))].sort().join(" ");
  if ((compiler.verdict === "breaking") === changes.some((change) => change.verdict === "breaking"))
    return [verdict, rules];
  return [
    verdict,
    rules,
    compiler.verdict === "breaking" ? "the compiler refuses it" : "the compiler takes it",
  ];
}

for (const theme of Object.keys(table)) {
  describe(theme, () => {
    for (const [index, { title, expected, says, ...given }] of cases.entries()) {
      if (given.theme !== theme) continue;
      test(title, () => {
        const difference = differences[index];
        expect(difference && shown(difference)).toEqual(expected);
        if (says !== undefined) expect(difference?.changes.map(({ summary }) => summary)).toContain(says);
        for (const { before, after } of difference?.changes ?? []) expect(before ?? after).toBeDefined();
      });
    }
  });
}

test("whatever the compiler refuses, what is said of it for users is not in its words", () => {
  const problems = differences.flatMap(({ compiler }) => compiler.problems);
  expect(problems.length).toBeGreaterThan(100);
  for (const { summary } of problems) {
    expect(summary).toMatch(/^(`.*` no longer takes all that it took|What `.*` answers .*than before)/);
    expect(summary).not.toMatch(/assignable|Type '|Property '|undefined|\n/);
  }
});

test("the table has edits enough", () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(60);
});
