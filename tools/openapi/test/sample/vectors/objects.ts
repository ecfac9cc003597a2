import { type SampleVector, vector } from "./vector.ts";

/** Objects by the keywords about properties. */
export const objects: readonly SampleVector[] = [
  vector(
    "properties, all of them in a response",
    { a: "string", b: 0 },
    { type: "object", required: ["b"], properties: { a: { type: "string" }, b: { type: "integer" } } },
  ),
  vector("properties without a type", { a: "string" }, { properties: { a: { type: "string" } } }),
  vector("required without properties", { id: null }, { type: "object", required: ["id"] }),
  vector(
    "required names among other properties",
    { a: "string", id: 0 },
    {
      type: "object",
      required: ["id"],
      properties: { a: { type: "string" } },
      additionalProperties: { type: "integer" },
    },
  ),
  vector(
    "additionalProperties",
    { property1: 0 },
    { type: "object", additionalProperties: { type: "integer" } },
  ),
  vector(
    "additionalProperties: false",
    { a: 0 },
    { type: "object", properties: { a: { type: "integer" } }, additionalProperties: false },
  ),
  vector("an open object", {}, { type: "object" }),
  vector(
    "minProperties",
    { a: 0, property1: null },
    { type: "object", minProperties: 2, properties: { a: { type: "integer" } } },
  ),
  vector(
    "minProperties of a map",
    { property1: true, property2: true, property3: true },
    { type: "object", minProperties: 3, additionalProperties: { type: "boolean" } },
  ),
  vector(
    "maxProperties",
    { a: null, c: null },
    { type: "object", required: ["c"], maxProperties: 2, properties: { a: {}, b: {}, c: {} } },
  ),
  vector(
    "patternProperties",
    { "x-a": 0 },
    { type: "object", patternProperties: { "^x-[a-z]+$": { type: "integer" } }, additionalProperties: false },
  ),
  vector(
    "patternProperties and minProperties",
    { S_: "string", I_: 0, S_1: "string" },
    {
      type: "object",
      minProperties: 3,
      patternProperties: { "^S_": { type: "string" }, "^I_": { type: "integer" } },
      additionalProperties: false,
    },
  ),
  vector(
    "a property that a pattern is about too",
    { foo: 3 },
    { type: "object", properties: { foo: { type: "integer" } }, patternProperties: { "^f": { minimum: 3 } } },
  ),
  vector(
    "propertyNames",
    { abc: 0, bcd: 0 },
    {
      type: "object",
      minProperties: 2,
      propertyNames: { pattern: "^[a-z]{3}$" },
      additionalProperties: { type: "integer" },
    },
  ),
  vector(
    "propertyNames of an enum",
    { north: 0, south: 0 },
    {
      type: "object",
      minProperties: 2,
      propertyNames: { enum: ["north", "south"] },
      additionalProperties: { type: "integer" },
    },
  ),
  vector(
    "propertyNames that leave a property out",
    { abc: 0 },
    { type: "object", propertyNames: { maxLength: 3 }, properties: { long: {}, abc: { type: "integer" } } },
  ),
  vector(
    "a property that is false",
    { b: 0 },
    { type: "object", properties: { a: false, b: { type: "integer" } } },
  ),
  vector(
    "dependentRequired",
    { card: "string", address: null, city: null },
    {
      type: "object",
      required: ["card"],
      properties: { card: { type: "string" } },
      dependentRequired: { card: ["address"], address: ["city"] },
    },
  ),
  vector(
    "dependentSchemas",
    { card: "string", address: "stringst" },
    {
      type: "object",
      required: ["card"],
      properties: { card: { type: "string" } },
      dependentSchemas: {
        card: { required: ["address"], properties: { address: { type: "string", minLength: 8 } } },
      },
    },
  ),
  vector(
    "dependentSchemas that cannot be",
    { cash: 0 },
    {
      type: "object",
      properties: { card: { type: "string" }, cash: { type: "integer" } },
      dependentSchemas: { card: false },
    },
  ),
  vector(
    "unevaluatedProperties: false",
    { a: 0, b: 0 },
    {
      type: "object",
      allOf: [{ properties: { a: { type: "integer" } } }],
      properties: { b: { type: "integer" } },
      unevaluatedProperties: false,
      minProperties: 2,
    },
  ),
  vector(
    "unevaluatedProperties of a schema",
    { a: 0, z: true },
    {
      type: "object",
      allOf: [{ properties: { a: { type: "integer" } } }],
      required: ["z"],
      unevaluatedProperties: { type: "boolean" },
    },
  ),
  vector(
    "additionalProperties: false of one part",
    { a: 0 },
    {
      allOf: [
        { type: "object", properties: { a: { type: "integer" } }, additionalProperties: false },
        { properties: { b: { type: "integer" } } },
      ],
    },
  ),
  vector(
    "odd names",
    { "": 0, "a/b": 0, "x-y": 0, $ref: 0, ["constructor"]: 0, ["toString"]: 0 },
    {
      type: "object",
      properties: {
        "": { type: "integer" },
        "a/b": { type: "integer" },
        "x-y": { type: "integer" },
        $ref: { type: "integer" },
        ["constructor"]: { type: "integer" as const },
        ["toString"]: { type: "integer" as const },
      },
    },
  ),
];
