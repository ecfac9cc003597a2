import { expect, test } from "vitest";
import type { Schema, Schemas } from "../../src/index.ts";
import { type Sample, sample } from "../../src/sample/sample.ts";
import { ref } from "./vectors/vector.ts";

const mostCharacters = 50_000;

/** A sample with how often it was asked whether something is valid, which grows with the time that it takes. */
function counted(schema: Schema, schemas: Schemas = {}, isValid: (value: unknown) => boolean = () => true) {
  let asked = 0;
  const found: Sample = sample(schema, {
    schemas,
    direction: "response",
    isValid: (_, value) => {
      asked++;
      return isValid(value);
    },
  });
  return { ...found, asked, size: JSON.stringify(found.value).length };
}

/** Components of ten properties, each of which refers to another of the components. */
function referring(names: readonly string[]): Schemas {
  return Object.fromEntries(
    names.map((name, index) => {
      const properties = Array.from({ length: 10 }, (_, at) => [
        `property${at}`,
        ref(names[(index + 1 + (at % Math.max(1, names.length - 1))) % names.length] ?? name),
      ]);
      return [name, { type: "object", properties: Object.fromEntries(properties) }];
    }),
  );
}

test("two schemas of ten properties that refer to each other end where they meet again", () => {
  const { value, isValid, asked, size } = counted(ref("A"), referring(["A", "B"]));
  expect(isValid).toBe(true);
  expect(Object.values(value as object)).toEqual(Array(10).fill({}));
  expect(size).toBeLessThan(500);
  expect(asked).toBeLessThan(100);
});

test.each([3, 5, 8, 20])("%i schemas that all refer to each other stay within the bound", (count) => {
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  const { isValid, asked, size } = counted(ref("S0"), referring(names));
  expect(isValid).toBe(true);
  expect(size).toBeLessThan(mostCharacters);
  expect(size).toBeGreaterThan(100);
  expect(asked).toBeLessThan(4_000);
});

test("what is too large with all properties is shown with fewer, and never without what is required", () => {
  const named = (length: number, schema: Schema): Schema => ({
    type: "object",
    required: ["property0"],
    properties: Object.fromEntries(Array.from({ length }, (_, index) => [`property${index}`, schema])),
  });
  const { value, isValid, size } = counted(named(30, named(30, named(30, { type: "string" }))));
  expect(isValid).toBe(true);
  expect(size).toBeLessThan(mostCharacters);
  expect(value).toHaveProperty(["property29", "property29", "property0"]);
});

test.each<[what: string, schema: Schema]>([
  [
    "items within items",
    { type: "array", minItems: 500, items: { type: "array", minItems: 500, items: { type: "integer" } } },
  ],
  ["properties", { type: "object", minProperties: 20_000 }],
  ["required properties", { required: Array.from({ length: 5_000 }, (_, index) => `property${index}`) }],
  ["characters", { type: "array", minItems: 20, items: { type: "string", minLength: 5_000 } }],
  ["contained items", { type: "array", contains: { type: "integer" }, minContains: 1e9 }],
])("says that none was found where too many %s are required", (_, schema) => {
  const { isValid, asked, size } = counted(schema);
  expect(isValid).toBe(false);
  expect(size).toBeLessThan(mostCharacters);
  expect(asked).toBeLessThan(4_000);
});

test("an example is as long as its author wants it to be, but not again and again", () => {
  const example = { text: "x".repeat(60_000) };
  expect(counted({ type: "object", example })).toMatchObject({ value: example, isValid: true });
  const Long: Schema = {
    type: "object",
    properties: { text: { type: "string", example: "x".repeat(9_000) } },
  };
  const properties = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, ref("Long")]));
  expect(counted({ type: "object", properties }, { Long }).size).toBeLessThan(mostCharacters);
});

test("gives up in time where nothing is valid, whatever there is to choose from", () => {
  const alternative = (index: number): Schema => ({ type: "object", properties: { [`p${index}`]: {} } });
  const union: Schema = { oneOf: Array.from({ length: 30 }, (_, index) => alternative(index)) };
  const all: Schema = {
    allOf: Array.from({ length: 12 }, () => ({ anyOf: [alternative(1), alternative(2)] })),
  };
  const properties = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, all]));
  const nested: Schema = { type: "object", required: Object.keys(properties), properties };
  for (const schema of [union, all, nested]) {
    const { isValid, asked } = counted(schema, {}, () => false);
    expect(isValid).toBe(false);
    expect(asked).toBeLessThan(4_000);
  }
});

test("an enum of many values is not gone through", () => {
  const values = Array.from({ length: 250_000 }, (_, index) => `value${index}`);
  expect(counted({ type: "string", enum: values })).toMatchObject({ value: "value0", asked: 1 });
  expect(counted({ type: "string", enum: values }, {}, () => false).asked).toBeLessThan(100);
});

test("a pattern that is slow to refuse what it does not match is not asked to", () => {
  const evil: Schema = { type: "string", pattern: "^(a+)+$", minLength: 40 };
  const { value } = counted({ type: "array", uniqueItems: true, minItems: 2, items: evil });
  expect(value).toEqual([expect.stringMatching(/^a{40,}$/), expect.stringMatching(/^a{40,}$/)]);
});
