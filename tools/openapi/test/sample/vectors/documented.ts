import { ref, type SampleVector, vector } from "./vector.ts";

/** Values that are documented, valid or not. */
export const documented: readonly SampleVector[] = [
  vector("example", "Fido", { type: "string", example: "Fido" }),
  vector("examples", "Fido", { type: "string", examples: ["Fido", "Rex"] }),
  vector("an example that is not valid, and another that is", 7, { type: "integer", examples: ["seven", 7] }),
  vector("default", 20, { type: "integer", default: 20 }),
  vector("default: null", null, { type: ["string", "null"], default: null }),
  vector("an example that is null", null, {
    type: ["object", "null"],
    example: null,
    properties: { a: { type: "string" } },
  }),
  vector("default: null where null is not allowed", "string", { type: "string", default: null }),
  vector("example: false", false, { type: "boolean", example: false }),
  vector("example before default", 2, { type: "integer", default: 1, example: 2, enum: [3, 2, 1] }),
  vector("an invalid example before a default", 1, {
    type: "integer",
    default: 1,
    example: 4,
    enum: [3, 2, 1],
  }),
  vector("const", "cat", { const: "cat" }),
  vector("const: null", null, { const: null }),
  vector("a const that is an object", { a: [1] }, { const: { a: [1] } }),
  vector("enum", "b", { enum: ["b", "a"] }),
  vector("an enum of mixed types, of which one fits", 1, { type: "integer", enum: ["1", null, 1] }),
  vector("an enum with limits", "bb", { type: "string", enum: ["a", "bb", "ccc"], minLength: 2 }),
  vector("an example of the wrong type", 0, { type: "integer", example: "12" }),
  vector("an example that breaks a limit", "str", { type: "string", maxLength: 3, example: "too long" }),
  vector(
    "an example that lacks what is required",
    { a: 0, b: 0 },
    {
      type: "object",
      required: ["a", "b"],
      properties: { a: { type: "integer" }, b: { type: "integer" } },
      example: { a: 1 },
    },
  ),
  vector(
    "examples of properties",
    { name: "Fido", age: 3 },
    {
      type: "object",
      properties: { name: { type: "string", example: "Fido" }, age: { type: "integer", default: 3 } },
    },
  ),
  vector(
    "an example beside a reference",
    "Rex",
    { $ref: "#/components/schemas/Name", example: "Rex" },
    { schemas: { Name: { type: "string", example: "Fido" } } },
  ),
  vector(
    "an example of what allOf refers to",
    { name: "Fido" },
    { description: "The pet", allOf: [ref("Pet")] },
    {
      schemas: {
        Pet: {
          type: "object",
          properties: { name: { type: "string" }, age: { type: "integer" } },
          example: { name: "Fido" },
        },
      },
    },
  ),
  vector(
    "examples of several parts",
    { a: 1, b: 2, c: "string" },
    {
      allOf: [
        { type: "object", properties: { a: { type: "integer" } }, example: { a: 1 } },
        { type: "object", properties: { b: { type: "integer" }, c: { type: "string" } }, example: { b: 2 } },
      ],
    },
  ),
  vector("an example of an alternative", "Fido", {
    oneOf: [{ type: "string", example: "Fido" }, { type: "integer" }],
  }),
  vector(
    "__proto__ as a property",
    { ["__proto__"]: 0 },
    { type: "object", required: ["__proto__"], properties: { ["__proto__"]: { type: "integer" } } },
  ),
];
