import { type SampleVector, vector } from "./vector.ts";

/** Numbers by their limits, and what is of no type or of another. */
export const scalars: readonly SampleVector[] = [
  vector("an integer", 0, { type: "integer" }),
  vector("minimum", 5, { type: "integer", minimum: 5 }),
  vector("maximum", -5, { type: "integer", maximum: -5 }),
  vector("exclusiveMinimum", 6, { type: "integer", exclusiveMinimum: 5 }),
  vector("exclusiveMaximum", -6, { type: "integer", exclusiveMaximum: -5 }),
  vector("an integer between fractions", 2, { type: "integer", minimum: 1.2, maximum: 2.9 }),
  vector("a number between integers", 0.5, { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }),
  vector("a number between small fractions", 0.002, {
    type: "number",
    exclusiveMinimum: 0.001,
    maximum: 0.002,
  }),
  vector("a number above a negative one", -0.5, {
    type: "number",
    exclusiveMinimum: -1,
    exclusiveMaximum: 0,
  }),
  vector("multipleOf", 8, { type: "integer", minimum: 5, multipleOf: 4 }),
  vector("multipleOf with exclusive limits", 8, {
    type: "integer",
    exclusiveMinimum: 4,
    exclusiveMaximum: 12,
    multipleOf: 4,
  }),
  vector("multipleOf a hundredth", 0.08, { type: "number", minimum: 0.07, multipleOf: 0.01 }),
  vector("multipleOf a hundredth, where floating point has none", 0.07, {
    type: "number",
    minimum: 0.07,
    maximum: 0.07,
    multipleOf: 0.01,
  }),
  vector("an integer multipleOf a fraction", 3, { type: "integer", minimum: 1, multipleOf: 1.5 }),
  vector("multipleOf below zero", -0.5, { type: "number", maximum: -0.3, multipleOf: 0.25 }),
  vector("several multipleOf", 12, {
    allOf: [{ type: "integer", minimum: 1, multipleOf: 4 }, { multipleOf: 6 }],
  }),
  vector("multipleOf a large number", 9007199254740000, {
    type: "integer",
    minimum: 9007199254740000,
    multipleOf: 1000,
  }),
  vector("multipleOf a tiny number", 1e-7, { type: "number", exclusiveMinimum: 0, multipleOf: 1e-7 }),
  vector("no multiple", 0.5, { type: "number", minimum: 0.5, not: { multipleOf: 1 } }),
  vector("a boolean", true, { type: "boolean" }),
  vector("null", null, { type: "null" }),
  vector("anything", null, {}),
  vector("the schema true", null, true),
  vector("a type or null", "string", { type: ["null", "string"] }),
  vector("type by other keywords", "stringst", { minLength: 8 }),
  vector("no integer, of a number", 0.5, { type: "number", not: { type: "integer" } }),
];
