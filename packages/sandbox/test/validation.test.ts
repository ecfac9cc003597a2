import { expect, test } from "vitest";
import { createValidate } from "../src/validation/validate.ts";

function problemsOf(schema: object, value: unknown, components: object = {}) {
  return createValidate({ openapi: "3.1.0", components }, schema, "request")(value);
}

test("`format` is an annotation, as JSON Schema 2020-12 and OpenAPI 3.1 say", () => {
  expect(problemsOf({ type: "string", format: "email" }, "")).toEqual([]);
});

test("an example that looks like a schema is not taken for one", () => {
  const schemas = {
    Thing: { type: "object", example: { id: "https://example.com/#x", $ref: "#/nowhere" }, required: ["id"] },
  };
  expect(problemsOf({ $ref: "#/components/schemas/Thing" }, { id: 1 }, { schemas })).toEqual([]);
  expect(problemsOf({ $ref: "#/components/schemas/Thing" }, {}, { schemas })).toHaveLength(1);
});

test("what stands beside a reference counts in 3.1", () => {
  const schemas = { Text: { type: "string" } };
  expect(problemsOf({ $ref: "#/components/schemas/Text", maxLength: 1 }, "ab", { schemas })).toHaveLength(1);
});

test("a pattern that JavaScript does not have is not checked, and one that it has is", () => {
  expect(problemsOf({ pattern: "^[\\w-.]+$" }, "!")).toEqual([]);
  expect(problemsOf({ patternProperties: { "(?i)x": false, "^y": false } }, { x: 1 })).toEqual([]);
  expect(problemsOf({ pattern: "^a" }, "b")).toHaveLength(1);
});

// The sentences are made from the validator's messages: a new version of it has to pass this.
test.each<[string, object, unknown, object[]]>([
  ["a type", { type: "integer" }, "1", [{ message: "The value must be an integer" }]],
  ["several types", { type: ["array", "null"] }, 1, [{ message: "The value must be an array or null" }]],
  ["a constant", { properties: { a: { const: "x" } } }, { a: 1 }, [{ message: 'a must be "x"', field: "a" }]],
  ["an enum", { items: { enum: ["x", 2] } }, ["y"], [{ message: '0 must be one of "x", 2', field: "0" }]],
  [
    "properties that are required",
    { properties: { a: { required: ["b", "c"] } } },
    { a: {} },
    [
      { message: "a.b is required", field: "a.b" },
      { message: "a.c is required", field: "a.c" },
    ],
  ],
  [
    "a property that is not allowed",
    { properties: { a: {} }, additionalProperties: false },
    { a: 1, b: 2 },
    [{ message: "b is not allowed", field: "b" }],
  ],
  [
    "a length",
    { type: "string", minLength: 2 },
    "x",
    [{ message: "The value is not valid: String is too short (1 < 2)." }],
  ],
  [
    "a condition",
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it.
    { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
    { a: 1 },
    [{ message: "b is required", field: "b" }],
  ],
  [
    "a list that lacks an item",
    { contains: { const: 1 } },
    [2, 3],
    [{ message: "The value is not valid: Array does not contain item matching schema." }],
  ],
])("says what is wrong with %s", (_, schema, value, problems) => {
  expect(problemsOf(schema, value)).toEqual(problems);
});

test("of several alternatives only the closest is spoken of", () => {
  const oneOf = [
    { type: "string" },
    { type: "object", required: ["a"], properties: { b: { type: "number" } } },
  ];
  expect(problemsOf({ oneOf }, { a: 1, b: "x" })).toEqual([{ message: "b must be a number", field: "b" }]);
  expect(problemsOf({ oneOf }, 5)).toEqual([
    { message: "The value must be a string" },
    { message: "The value must be an object" },
  ]);
});

test("a value that fits too many alternatives is a mistake of its own", () => {
  expect(problemsOf({ oneOf: [{ type: "string" }, { minLength: 1 }] }, "x")).toEqual([
    { message: "The value is not valid: Instance does not match exactly one subschema (2 matches)." },
  ]);
});
