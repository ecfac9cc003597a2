import { type SampleVector, vector } from "./vector.ts";

/** Arrays by the keywords about items. */
export const arrays: readonly SampleVector[] = [
  vector("items", ["2024-04-04"], { type: "array", items: { type: "string", format: "date" } }),
  vector("minItems", [0, 0, 0], { type: "array", minItems: 3, items: { type: "integer" } }),
  vector("maxItems: 0", [], { type: "array", maxItems: 0, items: { type: "integer" } }),
  vector("an array of anything", [], { type: "array" }),
  vector("minItems of anything", [null, null], { type: "array", minItems: 2 }),
  vector("items without a type", [0], { items: { type: "integer" } }),
  vector("items: false", [], { type: "array", items: false }),
  vector("prefixItems", [0, "string"], {
    type: "array",
    prefixItems: [{ type: "integer" }, { type: "string" }],
  }),
  vector("prefixItems and minItems", [0, true, true], {
    type: "array",
    prefixItems: [{ type: "integer" }],
    items: { type: "boolean" },
    minItems: 3,
  }),
  vector("prefixItems and items: false", [0, "string"], {
    type: "array",
    prefixItems: [{ type: "integer" }, { type: "string" }],
    items: false,
    minItems: 2,
  }),
  vector("prefixItems and maxItems", [0], {
    type: "array",
    prefixItems: [{ type: "integer" }, { type: "string" }],
    maxItems: 1,
  }),
  vector("contains", ["needle"], { type: "array", contains: { const: "needle" } }),
  vector("contains among items", [5, 0], {
    type: "array",
    items: { type: "integer" },
    contains: { minimum: 5 },
    minItems: 2,
  }),
  vector("minContains", [5, 5], {
    type: "array",
    items: { type: "integer" },
    contains: { minimum: 5 },
    minContains: 2,
  }),
  vector("maxContains", [5, 0, 0], {
    type: "array",
    items: { type: "integer" },
    contains: { minimum: 5 },
    maxContains: 1,
    minItems: 3,
  }),
  vector("minContains: 0", [0], {
    type: "array",
    items: { type: "integer" },
    contains: { const: "never" },
    minContains: 0,
  }),
  vector("contains in a full tuple", ["stringst", 0], {
    type: "array",
    prefixItems: [{ type: "string" }, { type: "integer" }],
    items: false,
    contains: { type: "string", minLength: 8 },
  }),
  vector("several contains", [1, 2], {
    type: "array",
    allOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }],
    maxItems: 2,
  }),
  vector("one item that is all that is contained", [3], {
    type: "array",
    maxItems: 1,
    allOf: [{ contains: { minimum: 3 } }, { contains: { type: "integer" } }],
  }),
  vector("uniqueItems of strings", ["string", "string2", "2string"], {
    type: "array",
    uniqueItems: true,
    minItems: 3,
    items: { type: "string" },
  }),
  vector("uniqueItems of a format", ["someone@example.com", "someone2@example.com", "someone3@example.com"], {
    type: "array",
    uniqueItems: true,
    minItems: 3,
    items: { type: "string", format: "email" },
  }),
  vector("uniqueItems of numbers", [1, 2, 3], {
    type: "array",
    uniqueItems: true,
    minItems: 3,
    items: { type: "integer", minimum: 1 },
  }),
  vector("uniqueItems of an enum", ["a", "b"], {
    type: "array",
    uniqueItems: true,
    minItems: 2,
    items: { enum: ["a", "b"] },
  }),
  vector("uniqueItems of booleans", [true, false], {
    type: "array",
    uniqueItems: true,
    minItems: 2,
    items: { type: "boolean" },
  }),
  vector("uniqueItems of a pattern", ["a0", "a1", "b1", "c2"], {
    type: "array",
    uniqueItems: true,
    minItems: 4,
    items: { type: "string", pattern: "^[a-z]\\d$" },
  }),
  vector(
    "uniqueItems of objects",
    [
      { id: 0, name: "string" },
      { id: 1, name: "string" },
      { id: -1, name: "string" },
    ],
    {
      type: "array",
      uniqueItems: true,
      minItems: 3,
      items: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "integer" }, name: { type: "string" } },
      },
    },
  ),
  vector("uniqueItems of arrays", [[0], [1]], {
    type: "array",
    uniqueItems: true,
    minItems: 2,
    items: { type: "array", minItems: 1, maxItems: 1, items: { type: "integer" } },
  }),
  vector("uniqueItems with an example", ["Fido", "string"], {
    type: "array",
    uniqueItems: true,
    minItems: 2,
    items: { type: "string", example: "Fido" },
  }),
  vector("unevaluatedItems: false", [0], {
    type: "array",
    prefixItems: [{ type: "integer" }],
    unevaluatedItems: false,
    minItems: 1,
  }),
];
