import type { Edit } from "../support/edit.ts";
import { answered, given, holding, type Patch } from "../support/pets.ts";

interface Pair {
  readonly what: string;
  readonly schemas: readonly [object, object];
  readonly only?: "3.1";
  /** Where it means the same; in both unless said. */
  readonly where?: "answered";
}

const text = { type: "string" };
const whole = { type: "integer" };
const object = { type: "object", properties: { name: text } };

/** Schemas that let the same values through. */
const same: readonly Pair[] = [
  { what: "at least no characters", schemas: [text, { ...text, minLength: 0 }] },
  {
    what: "at least no items",
    schemas: [
      { type: "array", items: text },
      { type: "array", items: text, minItems: 0 },
    ],
  },
  { what: "at least no properties", schemas: [object, { ...object, minProperties: 0 }] },
  {
    what: "items that need not differ",
    schemas: [
      { type: "array", items: text },
      { type: "array", items: text, uniqueItems: false },
    ],
  },
  ...[".*", "^.*", "", "[\\s\\S]*$"].map((pattern) => ({
    what: `a pattern that every text matches, ${pattern || "the empty one"}`,
    schemas: [text, { ...text, pattern }] as const,
  })),
  { what: "no name that is required", schemas: [object, { ...object, required: [] }], only: "3.1" },
  { what: "no properties by pattern", schemas: [object, { ...object, patternProperties: {} }], only: "3.1" },
  {
    what: "nothing that depends on a property",
    schemas: [object, { ...object, dependentRequired: {} }],
    only: "3.1",
  },
  { what: "what is not nothing", schemas: [text, { ...text, not: false }], only: "3.1" },
  { what: "a condition of nothing", schemas: [text, { ...text, if: { minLength: 3 } }], only: "3.1" },
  {
    what: "properties of other names",
    schemas: [object, { ...object, additionalProperties: true }],
    where: "answered",
  },
  {
    what: "a list of types",
    schemas: [{ anyOf: [text, whole] }, { type: ["string", "integer"] }],
    only: "3.1",
  },
  {
    what: "exactly one of types",
    schemas: [{ oneOf: [text, whole] }, { type: ["integer", "string"] }],
    only: "3.1",
  },
  { what: "any and exactly one of types", schemas: [{ anyOf: [text, whole] }, { oneOf: [text, whole] }] },
  {
    what: "any and exactly one of types that are not mere ones",
    schemas: [{ anyOf: [{ ...text, minLength: 2 }, object] }, { oneOf: [object, { ...text, minLength: 2 }] }],
  },
  {
    what: "alternatives of alternatives",
    schemas: [{ anyOf: [text, { anyOf: [whole, object] }] }, { anyOf: [whole, text, object] }],
  },
  {
    what: "the same alternative twice",
    schemas: [{ anyOf: [text, object, text] }, { anyOf: [text, object] }],
  },
  {
    what: "one of constants",
    schemas: [{ oneOf: [{ const: "a" }, { const: "b" }] }, { enum: ["a", "b"] }],
    only: "3.1",
  },
  {
    what: "one of lists of values",
    schemas: [
      {
        oneOf: [
          { ...text, enum: ["a"] },
          { ...text, enum: ["b", "c"] },
        ],
      },
      { ...text, enum: ["c", "a", "b"] },
    ],
  },
  {
    what: "both values of a boolean",
    schemas: [{ type: "boolean" }, { type: "boolean", enum: [true, false] }],
  },
  { what: "a value and a list of one", schemas: [{ const: "a" }, { enum: ["a"] }], only: "3.1" },
  { what: "all of one", schemas: [object, { allOf: [object] }] },
];

/** The same meaning in other words is no change. */
export const samenessEdits: readonly Edit[] = same.flatMap(({ what, schemas, only, where }) =>
  (where === undefined ? ([given, answered] as const) : [answered]).map((placed): Edit => {
    const [before, after] = schemas.map((schema): Patch => placed(holding(schema)));
    return {
      what: `${what}, ${placed === given ? "given" : "answered"}`,
      // A pair has two.
      before: before as Patch,
      after: after as Patch,
      ...(only && { only }),
      forth: [undefined, ""],
      back: [undefined, ""],
    };
  }),
);
