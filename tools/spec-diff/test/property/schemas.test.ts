import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findChanges } from "../../src/diff.ts";
import { answered, describePets, given, holding } from "../support/pets.ts";
import { readOnce } from "../support/read-once.ts";
import { edits } from "./edits.ts";
import { type Rewrite, rewrites, type Where } from "./rewrites.ts";
import { anySchema, type Schema } from "./schemas.ts";

const wheres: readonly Where[] = (["3.0", "3.1"] as const).flatMap((version) =>
  [false, true].map((isAnswered) => ({ version, isAnswered })),
);

const readers = new Map(
  wheres.map((where) => {
    const place = where.isAnswered ? answered : given;
    return [where, readOnce((schema: Schema) => describePets(`${where.version}.0`, place(holding(schema))))];
  }),
);

function changes(before: Schema, after: Schema, where: Where) {
  const [was, is] = [before, after].map((schema) => readers.get(where)?.(schema));
  if (!was || !is) throw new Error("Two descriptions are compared");
  return findChanges({ before: was, after: is }).map(({ summary }) => summary);
}

/** The schema with one of its parts written otherwise, for each part that can be. */
function variants(schema: Schema, rewrite: Rewrite, where: Where): Schema[] {
  const own = rewrite(schema, where);
  const within = Object.entries(schema).flatMap(([key, value]): Schema[] => {
    if (key === "items")
      return variants(value as Schema, rewrite, where).map((items) => ({ ...schema, items }));
    if (key === "properties") {
      const properties = value as Readonly<Record<string, Schema>>;
      return Object.entries(properties).flatMap(([name, property]) =>
        variants(property, rewrite, where).map((other) => ({
          ...schema,
          properties: { ...properties, [name]: other },
        })),
      );
    }
    if (key !== "anyOf" && key !== "oneOf") return [];
    const members = value as readonly Schema[];
    return members.flatMap((member, index) =>
      variants(member, rewrite, where).map((other) => ({ ...schema, [key]: members.with(index, other) })),
    );
  });
  return own ? [own, ...within] : within;
}

const placed = wheres.map((where) => ({
  where,
  title: `${where.version}, ${where.isAnswered ? "answered" : "given"}`,
}));

/** What came out of each way to write a schema otherwise, there and back; those that find nothing in it are left out. */
function tryAll(ways: Readonly<Record<string, Rewrite>>, schema: Schema, at: number, where: Where) {
  return Object.entries(ways).flatMap(([name, rewrite]) => {
    const all = variants(schema, rewrite, where);
    const other = all[at % Math.max(all.length, 1)];
    if (other === undefined) return [];
    return [
      { name, found: changes(schema, other, where) },
      { name: `${name}, back`, found: changes(other, schema, where) },
    ];
  });
}

/** How many schemas are written in every way there is, in each of the four places. */
const numRuns = Number(process.env["GENERATED_SCHEMAS"] ?? 20);

describe.each(placed)("of any schema, $title,", ({ where }) => {
  test("the same in other words is no change", () => {
    fc.assert(
      fc.property(anySchema(where.version), fc.nat(), (schema, at) => {
        expect(tryAll(rewrites, schema, at, where).filter(({ found }) => found.length > 0)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("something else is a change", () => {
    fc.assert(
      fc.property(anySchema(where.version), fc.nat(), (schema, at) => {
        expect(tryAll(edits, schema, at, where).filter(({ found }) => found.length === 0)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

const sampled = wheres.map((where) => ({
  where,
  schemas: fc.sample(anySchema(where.version), { numRuns: 200 }),
}));

test.each(Object.entries({ ...rewrites, ...edits }))("%s is tried", (_name, rewrite) => {
  const isTried = sampled.some(({ where, schemas }) =>
    schemas.some((schema) => variants(schema, rewrite, where).length > 0),
  );
  expect(isTried).toBe(true);
});
