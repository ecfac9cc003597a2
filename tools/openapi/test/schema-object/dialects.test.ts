import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/index.ts";
import { asJsonSchema } from "../support/openapi-3.0.ts";
import { read } from "../support/read.ts";
import { ajvVerdictOf, type Verdict, verdictOf } from "../support/verdict.ts";

/** Schemas that the cases refer to. */
const components: JsonObject = {
  Name: { type: "string", minLength: 2 },
  Kind: { enum: ["a", "b"] },
  Point: { type: "object", required: ["x"], properties: { x: { type: "number" } } },
};
const name = { $ref: "#/components/schemas/Name" };
const point = { $ref: "#/components/schemas/Point" };

const values = [
  ...[null, true, false, 0, 1, 1.5, 2, 3, -1, 10, "", "a", "ab", "abc", "b", "😀", "2020-01-01"],
  ...[[], [1], ["a"], ["ab", 1], ["ab", 1, true], [null], [1, 1], [[]]],
  ...[{}, { x: 1 }, { x: "1" }, { a: "ab" }, { a: null }, { a: 1, b: 2 }, { x: 1, a: "ab" }, { b: {} }],
];

function expectAgreement(schema: unknown, version: "3.0.4" | "3.1.1", meant: (schema: unknown) => unknown) {
  const schemas = { ...components, Case: schema };
  const ours = verdictOf(read(version, { components: { schemas } }));
  const theirs = ajvVerdictOf(
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, meant(schema)])),
  );
  const validBy = (verdict: Verdict) => values.filter((value) => verdict("Case", value));
  expect(validBy(ours)).toEqual(validBy(theirs));
}

describe("OpenAPI 3.0 § 4.7.24: a value is valid when it is by what the schema means in JSON Schema", () => {
  test.each<[string, JsonObject]>([
    ["nullable and type", { type: "string", nullable: true }],
    ["nullable and type, with limits", { type: "string", minLength: 2, nullable: true }],
    ["nullable: false", { type: "string", nullable: false }],
    ["nullable, and nothing else", { nullable: true }],
    ["nullable, and annotations only", { nullable: true, description: "Anything" }],
    ["nullable and type integer", { type: "integer", minimum: 1, nullable: true }],
    ["nullable and enum, without null", { type: "string", enum: ["a", "b"], nullable: true }],
    ["nullable and enum, with null", { type: "string", enum: ["a", null], nullable: true }],
    ["enum with null, and not nullable", { type: "string", enum: ["a", null] }],
    ["nullable and enum, without type", { enum: ["a", 1], nullable: true }],
    ["nullable and an enum of null", { enum: [null], nullable: true }],
    ["nullable and const, which 3.0 does not have", { const: "a", nullable: true }],
    ["nullable and $ref: what stands beside is ignored", { ...name, nullable: true }],
    ["nullable and allOf of one", { allOf: [name], nullable: true }],
    ["nullable and allOf, with type", { type: "string", allOf: [name], nullable: true }],
    ["nullable and allOf, with properties", { allOf: [point], properties: { a: name }, nullable: true }],
    ["nullable and oneOf", { oneOf: [name, point], nullable: true }],
    [
      "nullable and oneOf of nullables",
      { oneOf: [{ type: "string", nullable: true }, point], nullable: true },
    ],
    [
      "nullable in oneOf, twice",
      {
        oneOf: [
          { type: "string", nullable: true },
          { type: "integer", nullable: true },
        ],
      },
    ],
    ["nullable and anyOf", { anyOf: [name, { type: "integer" }], nullable: true }],
    ["nullable in anyOf", { anyOf: [{ type: "string", nullable: true }, point] }],
    ["nullable and not", { type: "string", not: { enum: ["a"] }, nullable: true }],
    ["nullable in not", { not: { type: "string", nullable: true } }],
    ["nullable and limits without type", { minimum: 2, maxLength: 1, nullable: true }],
    ["nullable and required", { required: ["x"], nullable: true }],
    ["nullable items", { type: "array", items: { type: "string", nullable: true } }],
    ["nullable items and list", { type: "array", nullable: true, items: { type: "string", nullable: true } }],
    ["nullable properties", { type: "object", properties: { a: { type: "string", nullable: true } } }],
    [
      "nullable values of a map",
      { type: "object", additionalProperties: { type: "string", nullable: true } },
    ],
    ["nullable object", { type: "object", required: ["x"], nullable: true }],
    [
      "nullable in allOf: all must allow it",
      { allOf: [{ type: "string", nullable: true }, { type: "string" }] },
    ],
    [
      "nullable in all of allOf",
      {
        allOf: [
          { type: "string", nullable: true },
          { minLength: 1, nullable: true },
        ],
      },
    ],

    ["exclusiveMinimum: true", { type: "number", minimum: 1, exclusiveMinimum: true }],
    ["exclusiveMinimum: false", { type: "number", minimum: 1, exclusiveMinimum: false }],
    ["exclusiveMaximum: true", { type: "number", maximum: 2, exclusiveMaximum: true }],
    ["exclusiveMaximum: false", { type: "number", maximum: 2, exclusiveMaximum: false }],
    ["both exclusive", { minimum: 0, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true }],
    ["exclusive without a limit", { type: "number", exclusiveMinimum: true, exclusiveMaximum: true }],
    ["exclusive, nullable", { type: "number", minimum: 1, exclusiveMinimum: true, nullable: true }],
    ["exclusive of 0", { type: "integer", minimum: 0, exclusiveMinimum: true }],

    ["what stands beside $ref is ignored", { ...name, minLength: 3, type: "integer" }],
    ["what stands beside $ref in items is ignored", { type: "array", items: { ...name, maxLength: 0 } }],
    ["a description beside $ref", { ...name, description: "A name" }],

    ["format: byte", { type: "string", format: "byte" }],
    ["format: binary in JSON is a string", { type: "string", format: "binary" }],
    ["format: binary, nullable", { type: "string", format: "binary", nullable: true }],
    ["format: date", { type: "string", format: "date" }],
    ["format: int32 of what is no number", { format: "int32" }],
    ["example and default", { type: "string", example: 1, default: 2 }],
    ["readOnly and writeOnly properties", { type: "object", properties: { a: { ...name, readOnly: true } } }],
    [
      "discriminator of a parent",
      { ...(components["Point"] as object), discriminator: { propertyName: "x" } },
    ],
    ["additionalProperties: false", { type: "object", properties: { x: {} }, additionalProperties: false }],
    ["additionalProperties: true", { type: "object", properties: { x: {} }, additionalProperties: true }],
  ])("%s", (_, schema) => {
    expectAgreement(schema, "3.0.4", asJsonSchema);
  });
});

describe("OpenAPI 3.1 § 4.8.24: a value is valid when it is by JSON Schema 2020-12", () => {
  test.each<[string, unknown]>([
    ["a list of types", { type: ["string", "null"] }],
    ["a list of types, with limits", { type: ["string", "integer"], minLength: 2, minimum: 2 }],
    ["a list of one type", { type: ["string"] }],
    ["type null", { type: "null" }],
    ["number and integer", { type: ["number", "integer"] }],
    ["const", { const: "a" }],
    ["const null", { const: null }],
    ["const of an object", { const: { x: 1 } }],
    ["const of a list", { const: [] }],
    ["enum with null", { enum: ["a", null] }],
    ["enum with null, of a type without", { type: "string", enum: ["a", null] }],
    ["enum without null, of a type with", { type: ["string", "null"], enum: ["a", "b"] }],
    ["enum of lists and objects", { enum: [[], { x: 1 }, 1] }],
    ["enum and const", { enum: ["a", "b"], const: "a" }],
    ["exclusive limits that are numbers", { exclusiveMinimum: 0, exclusiveMaximum: 2 }],
    ["exclusive and inclusive limits", { minimum: 1, exclusiveMinimum: 0, maximum: 3, exclusiveMaximum: 3 }],
    ["multipleOf", { type: "number", multipleOf: 1.5 }],

    ["$ref beside limits", { ...name, maxLength: 2 }],
    ["$ref beside another type", { ...name, type: "integer" }],
    ["$ref beside required", { ...point, required: ["a"] }],
    ["$ref beside properties", { ...point, properties: { a: { type: "string" } } }],
    ["$ref beside allOf", { ...point, allOf: [{ required: ["a"] }] }],
    ["$ref beside anyOf", { ...name, anyOf: [{ maxLength: 2 }, { minLength: 3 }] }],
    ["$ref beside not", { ...name, not: { const: "ab" } }],
    ["$ref beside annotations", { ...name, description: "A name", title: "Name", default: 1 }],
    ["$ref beside false", { ...name, not: {} }],
    ["$ref beside unevaluatedProperties", { ...point, unevaluatedProperties: false }],
    [
      "$ref to what is in $defs",
      { $defs: { A: { type: "string" } }, $ref: "#/components/schemas/Case/$defs/A" },
    ],
    [
      "$defs, moved",
      {
        $defs: { A: { type: "string" }, B: { items: { $ref: "#/components/schemas/Case/$defs/A" } } },
        anyOf: [
          { $ref: "#/components/schemas/Case/$defs/A" },
          { type: "array", allOf: [{ $ref: "#/components/schemas/Case/$defs/B" }] },
        ],
      },
    ],
    ["recursion", { type: "object", additionalProperties: { $ref: "#/components/schemas/Case" } }],
    ["recursion in a list", { type: ["array", "integer"], items: { $ref: "#/components/schemas/Case" } }],

    ["true", true],
    ["false", false],
    ["properties that are booleans", { properties: { a: true, b: false } }],
    ["items: false", { items: false }],
    ["items: true", { type: "array", items: true }],
    ["not: true", { not: true }],
    ["not: false", { not: false }],
    ["anyOf of booleans", { anyOf: [false, true] }],
    ["oneOf of booleans", { oneOf: [true, true] }],
    ["additionalProperties: false", { additionalProperties: false }],

    ["prefixItems", { prefixItems: [{ type: "string" }, { type: "integer" }] }],
    ["prefixItems with type", { type: "array", prefixItems: [{ type: "string" }] }],
    ["prefixItems and items", { prefixItems: [{ type: "string" }], items: { type: "integer" } }],
    ["prefixItems and items: false", { prefixItems: [{}, {}], items: false }],
    ["prefixItems and minItems", { type: "array", prefixItems: [name, {}], minItems: 2 }],
    ["uniqueItems", { uniqueItems: true }],
    ["contains", { type: "array", contains: { type: "integer" } }],
    ["contains, counted", { type: "array", contains: { type: "integer" }, minContains: 2, maxContains: 2 }],

    [
      "if, then and else",
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword
      { if: { type: "string" }, then: { minLength: 2 }, else: { not: { type: "array" } } },
    ],
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword
    ["then without if", { then: false }],
    ["if without then", { if: false, else: { type: "string" } }],
    ["dependentRequired", { dependentRequired: { a: ["b"] } }],
    ["dependentSchemas", { dependentSchemas: { x: { required: ["a"] } } }],
    ["propertyNames", { propertyNames: { enum: ["x"] } }],
    ["patternProperties", { patternProperties: { "^[a-b]$": { type: "string" } } }],
    [
      "patternProperties and additionalProperties",
      { patternProperties: { "^a": {} }, properties: { x: {} }, additionalProperties: false },
    ],
    ["minProperties and maxProperties", { minProperties: 1, maxProperties: 1 }],
    ["minItems and maxItems", { minItems: 1, maxItems: 2 }],
    ["limits of length count characters", { type: "string", minLength: 1, maxLength: 1 }],
    ["unevaluatedProperties", { allOf: [{ properties: { x: {} } }], unevaluatedProperties: false }],
    [
      "unevaluatedProperties with a schema",
      { anyOf: [{ properties: { x: {} }, required: ["x"] }, {}], unevaluatedProperties: { type: "string" } },
    ],
    ["unevaluatedItems", { type: "array", allOf: [{ prefixItems: [{}] }], unevaluatedItems: false }],

    [
      "contentEncoding and contentMediaType",
      { type: "string", contentEncoding: "base64", contentMediaType: "image/png" },
    ],
    ["contentMediaType without type, in JSON", { contentMediaType: "image/png" }],
    [
      "contentSchema",
      { type: "string", contentMediaType: "application/json", contentSchema: { type: "object" } },
    ],
    ["format", { type: "string", format: "date" }],
    ["format: binary, which 3.1 does not have", { type: "string", format: "binary" }],
    ["examples", { type: "string", examples: [1, null] }],
    ["annotations only", { title: "A", description: "B", deprecated: true, default: 1 }],
    ["pattern", { pattern: "^a" }],
    ["pattern of Unicode", { pattern: "^\\p{Emoji_Presentation}$" }],
    ["required of what is not in properties", { type: "object", required: ["x", "a"] }],
    ["allOf and required", { allOf: [point, { required: ["a"] }] }],
  ])("%s", (_, schema) => {
    expectAgreement(schema, "3.1.1", (schema) => schema);
  });
});

describe("what both directions have in common", () => {
  test.each(["3.0.4", "3.1.1"] as const)(
    "%s: what is readOnly is required in no request, and what is writeOnly in no response",
    (version) => {
      const schemas = {
        Id: { type: "string", readOnly: true },
        User: {
          type: "object",
          required: ["id", "password", "name", "nested"],
          properties: {
            id: { allOf: [{ $ref: "#/components/schemas/Id" }] },
            password: { type: "string", writeOnly: true },
            name: { type: "string" },
            nested: { type: "object", required: ["at"], properties: { at: { readOnly: true } } },
          },
        },
      };
      const verdict = verdictOf(read(version, { components: { schemas } }));
      const request = { password: "p", name: "n", nested: {} };
      const response = { id: "1", name: "n", nested: { at: 1 } };
      expect(verdict("User", request, "input")).toBe(true);
      expect(verdict("User", request, "output")).toBe(false);
      expect(verdict("User", response, "output")).toBe(true);
      expect(verdict("User", response, "input")).toBe(false);
      expect(verdict("User", { ...request, ...response })).toBe(true);
      expect(verdict("User", request)).toBe(false);
      // What is sent all the same is no mistake (JSON Schema Validation § 9.4).
      expect(verdict("User", { ...request, ...response }, "input")).toBe(true);
      expect(verdict("User", { ...request, ...response, id: 1 }, "input")).toBe(false);
    },
  );

  test("nullable is read in 3.1 too, where it is no keyword, and $ref beside it is not", () => {
    const schemas = {
      A: { type: "string", nullable: true },
      B: { anyOf: [{ type: "string" }], nullable: true },
      C: { $ref: "#/components/schemas/D", nullable: true },
      D: { type: "string" },
    };
    const verdict = verdictOf(read("3.1.1", { components: { schemas } }));
    expect(["A", "B", "C"].map((name) => verdict(name, null))).toEqual([true, true, false]);
  });

  test("what has been read says the same when it is read again", () => {
    const schemas = {
      ...components,
      Case: { type: "object", nullable: true, properties: { a: { minimum: 1, exclusiveMinimum: true } } },
    };
    const once = read("3.0.4", { components: { schemas } }).schemas;
    expect(read("3.1.1", { components: { schemas: once } }).schemas).toEqual(once);
  });
});
