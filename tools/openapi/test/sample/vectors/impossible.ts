import { ref, type SampleVector, vector } from "./vector.ts";

/** Schemas that no value is valid against, or none that somebody would want to see; with what comes close. */
export const impossible: readonly SampleVector[] = [
  vector("the schema false", null, false),
  vector("not anything", null, { not: {} }),
  vector("a list without an end", {}, ref("Node"), {
    schemas: { Node: { type: "object", required: ["next"], properties: { next: ref("Node") } } },
  }),
  vector("limits that leave no number", null, { type: "integer", minimum: 5, maximum: 4 }),
  vector("types that have nothing in common", null, { allOf: [{ type: "string" }, { type: "integer" }] }),
  vector("an enum without values", null, { enum: [] }),
  vector("a pattern that nothing matches", null, { type: "string", pattern: "a^b" }),
  vector(
    "a required property that is not allowed",
    { b: 0 },
    {
      type: "object",
      required: ["a"],
      properties: { b: { type: "integer" } },
      additionalProperties: false,
    },
  ),
  vector("more items than there are values", [true, false], {
    type: "array",
    uniqueItems: true,
    minItems: 3,
    items: { type: "boolean" },
  }),
  vector("a string that nobody could read", null, { type: "string", minLength: 1_000_000 }),
  vector("more digits of a number than there are", null, {
    type: "number",
    exclusiveMinimum: 1,
    exclusiveMaximum: 1 + Number.EPSILON,
  }),
];
