import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/index.ts";
import { sample } from "../../src/sample/sample.ts";
import { validWithAjv } from "./ajv.ts";
import { arbitrarySchemas } from "./arbitrary-schemas.ts";
import { impossible, sampleVectors } from "./vectors/index.ts";
import { ref } from "./vectors/vector.ts";

/** Numbers that are the same for the same seed (a linear congruential generator, as in Numerical Recipes). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Values of a schema, one after the other. */
function valuesOf(schema: Schema, count = 30, seed = 1): unknown[] {
  const isValid = validWithAjv({}, "response");
  const random = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const made = sample(schema, { schemas: {}, direction: "response", isValid, random });
    expect(made.isValid, JSON.stringify(made.value)).toBe(true);
    return made.value;
  });
}

test.each(sampleVectors)("a random value is valid wherever a sample is: $what", ({ schema, ...of }) => {
  const isValid = validWithAjv(of.schemas, of.direction);
  for (let seed = 1; seed <= 5; seed++) {
    const made = sample(schema, { ...of, isValid, random: numbersFrom(seed) });
    expect(made.isValid, JSON.stringify(made.value)).toBe(true);
    expect(isValid(schema, made.value)).toBe(true);
    expect(sample(schema, { ...of, isValid, random: numbersFrom(seed) })).toEqual(made);
  }
});

test.each(impossible)("where no value is valid, it is the sample that comes close: $what", (vector) => {
  const { value, schema, ...of } = vector;
  const isValid = validWithAjv(of.schemas, of.direction);
  expect(sample(schema, { ...of, isValid, random: numbersFrom(1) })).toEqual({ value, isValid: false });
});

test("of any schema, a random value that is said to be valid is, and small", () => {
  const property = fc.property(arbitrarySchemas, (schemas) => {
    const isValid = validWithAjv(schemas, "response");
    for (const name of Object.keys(schemas)) {
      const made = sample(ref(name), { schemas, direction: "response", isValid, random: numbersFrom(7) });
      expect(isValid(ref(name), made.value)).toBe(made.isValid);
      expect(JSON.stringify(made.value).length).toBeLessThan(50_000);
    }
  });
  fc.assert(property, { numRuns: 30 });
});

test.each<[what: string, schema: Schema]>([
  ["values of an enum", { enum: ["a", "b", "c"] }],
  ["booleans", { type: "boolean" }],
  ["types", { type: ["string", "integer", "null"] }],
  ["alternatives of oneOf", { oneOf: [{ const: 1 }, { const: 2 }, { const: 3 }] }],
  ["alternatives of anyOf", { anyOf: [{ const: "x" }, { type: "object", properties: { x: { const: 1 } } }] }],
  ["integers within limits", { type: "integer", minimum: 3, maximum: 5 }],
  ["numbers of which any is a multiple", { type: "number", minimum: 0, maximum: 2, multipleOf: 0.5 }],
  ["numbers of one sign", { type: "number", exclusiveMaximum: 0 }],
  ["texts of a length", { type: "string", minLength: 20, maxLength: 22 }],
  ["texts of a pattern", { type: "string", pattern: "^[A-Z]{2}\\d{3}$" }],
  ["texts of a pattern and a length", { type: "string", pattern: "^[a-f]+$", minLength: 12, maxLength: 12 }],
  ["lists", { type: "array", items: { type: "boolean" }, maxItems: 2 }],
  ["lists without repetition", { type: "array", items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 2 }],
  ["optional properties", { type: "object", properties: { a: { const: 1 }, b: { const: 2 } } }],
  ["names of properties", { type: "object", additionalProperties: { type: "integer" }, maxProperties: 2 }],
])("there are all kinds of %s, and each is valid", (_, schema) => {
  expect(new Set(valuesOf(schema).map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
});

describe("whatever is documented", () => {
  test("the value is another, since an example is one of many", () => {
    expect(valuesOf({ type: "string", example: "always", default: "never" })).not.toContain("always");
  });

  test("what is required is there", () => {
    const schema: Schema = { type: "object", required: ["a"], properties: { a: {}, b: {}, c: {} } };
    for (const value of valuesOf(schema)) expect(value).toHaveProperty("a");
  });
});

const formats: readonly (readonly [format: string, isOne: (text: string) => boolean])[] = [
  ["date-time", (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))],
  ["date", (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))],
  ["time", (text) => /^\d\d:\d\d:\d\dZ$/.test(text)],
  ["email", (text) => /^[a-z.]+@example\.com$/.test(text)],
  ["hostname", (text) => /^[a-z]+\.example\.com$/.test(text)],
  ["ipv4", (text) => /^192\.0\.2\.\d{1,3}$/.test(text)],
  ["ipv6", (text) => URL.canParse(`http://[${text}]/`)],
  ["uri", (text) => URL.canParse(text)],
  ["uuid", (text) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(text)],
  ["byte", (text) => /^[a-z ]+$/.test(atob(text))],
  ["regex", (text) => new RegExp(text).source === text],
];

test.each(formats)("a text of the format %s is one, and another each time", (format, isOne) => {
  const values = valuesOf({ type: "string", format });
  expect(values.filter((value) => !isOne(String(value)))).toEqual([]);
  expect(new Set(values).size).toBeGreaterThan(5);
});

test("twenty schemas that all refer to each other do not take long, and stay within the bound", () => {
  const names = Array.from({ length: 20 }, (_, index) => `S${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const schemas = Object.fromEntries(names.map((name) => [name, { type: "object" as const, properties }]));
  let asked = 0;
  const isValid = () => {
    asked++;
    return true;
  };
  const made = sample(ref("S0"), { schemas, direction: "response", isValid, random: numbersFrom(1) });
  expect(made.isValid).toBe(true);
  expect(JSON.stringify(made.value).length).toBeLessThan(50_000);
  expect(asked).toBeLessThan(8_000);
});

test("a schema that stands in itself comes to an end", () => {
  const schemas = {
    Tree: {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: ref("Tree") } },
    },
  } as const;
  const isValid = validWithAjv(schemas, "response");
  for (let seed = 1; seed <= 20; seed++) {
    const made = sample(ref("Tree"), { schemas, direction: "response", isValid, random: numbersFrom(seed) });
    expect(made.isValid).toBe(true);
    expect(JSON.stringify(made.value).length).toBeLessThan(50_000);
  }
});
