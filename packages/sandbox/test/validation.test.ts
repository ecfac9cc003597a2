import type { Direction } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { problemsFrom } from "../src/validation/problems.ts";

function problemsOf(
  schema: object,
  value: unknown,
  components: object = {},
  openapi = "3.1.0",
  direction: Direction = "request",
) {
  const responses = { default: { content: { "application/json": { schema } } } };
  const { operations, validators } = readDescription({
    openapi,
    components,
    paths: { "/": { get: { responses } } },
  });
  const described = operations[0]?.responses[0]?.content[0]?.schema;
  return problemsFrom(validators.of(described, direction)(value), "The value");
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
  expect(problemsOf({ pattern: "(?i)^a" }, "!")).toEqual([]);
  expect(problemsOf({ patternProperties: { "(?i)x": false, "^y": false } }, { x: 1 })).toEqual([]);
  expect(problemsOf({ pattern: "^a" }, "b")).toHaveLength(1);
});

test.each<[string, object, unknown, object[]]>([
  ["a type", { type: "integer" }, "1", [{ message: "The value must be an integer, not a string" }]],
  [
    "several types",
    { type: ["array", "null"] },
    1,
    [{ message: "The value must be an array or null, not a number" }],
  ],
  ["a constant", { properties: { a: { const: "x" } } }, { a: 1 }, [{ message: 'a must be "x"', field: "a" }]],
  ["an enum", { items: { enum: ["x", 2] } }, ["y"], [{ message: '0 must be one of "x", 2', field: "0" }]],
  [
    "properties that are required",
    { properties: { a: { required: ["b", "c"] } } },
    { a: {} },
    [
      { message: "a.b is required", field: "a.b", isMissing: true },
      { message: "a.c is required", field: "a.c", isMissing: true },
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
    [{ message: "The value must have at least 2 characters" }],
  ],
  [
    "a condition",
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it.
    { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
    { a: 1 },
    [{ message: "b is required", field: "b", isMissing: true }],
  ],
  [
    "a list that lacks an item",
    { contains: { const: 1 } },
    [2, 3],
    [{ message: "The value must contain at least 1 of the items that are described" }],
  ],
])("says what is wrong with %s", (_, schema, value, problems) => {
  expect(problemsOf(schema, value)).toEqual(problems);
});

test("of several alternatives only the closest is spoken of", () => {
  const oneOf = [
    { type: "string" },
    { type: "object", required: ["a"], properties: { b: { type: "number" } } },
  ];
  expect(problemsOf({ oneOf }, { a: 1, b: "x" })).toEqual([
    { message: "b must be a number, not a string", field: "b" },
  ]);
  expect(problemsOf({ oneOf }, 5)).toEqual([
    { message: "The value must be a string or must be an object, not a number" },
  ]);
});

test("a value that fits too many alternatives is a mistake of its own", () => {
  expect(problemsOf({ oneOf: [{ type: "string" }, { minLength: 1 }] }, "x")).toEqual([
    { message: "The value must fit only one of the alternatives, and fits 2" },
  ]);
});

test("a choice between properties names the first of them", () => {
  const anyOf = [{ required: ["a"] }, { required: ["b"] }];
  expect(problemsOf({ anyOf }, {})).toEqual([{ message: "a or b is required", field: "a", isMissing: true }]);
  expect(problemsOf({ properties: { in: { anyOf } } }, { in: {} })).toEqual([
    { message: "in: a or b is required", field: "in.a", isMissing: true },
  ]);
});

test("what two keywords say is said once", () => {
  expect(problemsOf({ required: ["a"], allOf: [{ required: ["a"] }] }, {})).toHaveLength(1);
});

test.each(["3.0.3", "3.1.0"])("what is readOnly is required of no request, in OpenAPI %s", (openapi) => {
  const schema = {
    required: ["id", "password"],
    properties: { id: { readOnly: true }, password: { writeOnly: true } },
  };
  const messages = (direction: Direction) =>
    problemsOf(schema, {}, {}, openapi, direction).map(({ message }) => message);
  expect(messages("request")).toEqual(["password is required"]);
  expect(messages("response")).toEqual(["id is required"]);
});

test("a schema that contains itself is followed as deep as the value is", () => {
  const schemas = { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } } };
  const node = { $ref: "#/components/schemas/Node" };
  expect(problemsOf(node, { next: { next: {} } }, { schemas })).toEqual([]);
  expect(problemsOf(node, { next: { next: 5 } }, { schemas })).toEqual([
    { message: "next.next must be an object, not a number", field: "next.next" },
  ]);
});

test("what stands beside a reference is ignored in 3.0", () => {
  const schemas = { Text: { type: "string" } };
  expect(problemsOf({ $ref: "#/components/schemas/Text", maxLength: 1 }, "ab", { schemas }, "3.0.3")).toEqual(
    [],
  );
});

test("a keyword whose value is none that it can have is not checked", () => {
  const schema = {
    type: 5,
    enum: "x",
    required: "id",
    minimum: "0",
    multipleOf: 0,
    allOf: {},
    properties: [],
  };
  expect(problemsOf(schema, { a: 1 })).toEqual([]);
});
