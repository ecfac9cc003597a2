import { expect, test } from "vitest";
import { sample } from "../../src/sample/sample.ts";
import { validWithAjv } from "./ajv.ts";
import { foreignPatterns, impossible, sampleVectors } from "./vectors/index.ts";

test.each(sampleVectors)("a sample is valid, and as one expects it: $what", ({ value, schema, ...of }) => {
  const isValid = validWithAjv(of.schemas, of.direction);
  const found = sample(schema, { ...of, isValid });
  expect(found).toEqual({ value, isValid: true });
  expect(isValid(schema, found.value)).toBe(true);
  expect(JSON.stringify(sample(schema, { ...of, isValid }))).toBe(JSON.stringify(found));
});

test.each(impossible)("says that no sample was found, and gives what comes close: $what", (vector) => {
  const { value, schema, ...of } = vector;
  const isValid = validWithAjv(of.schemas, of.direction);
  expect(sample(schema, { ...of, isValid })).toEqual({ value, isValid: false });
});

test.each(foreignPatterns)("makes what it can of $what", ({ value, schema, ...of }) => {
  expect(sample(schema, of)).toEqual({ value, isValid: true });
});

test("a sample is not checked where nobody can check it", () => {
  const others = sampleVectors.filter(({ value, schema, ...of }) => {
    return JSON.stringify(sample(schema, of).value) !== JSON.stringify(value);
  });
  expect(others.map(({ what }) => what)).toEqual([
    "an example that lacks what is required",
    "propertyNames that leave a property out",
    "contains in a full tuple",
    "oneOf that overlap",
    "oneOf of multiples",
    "oneOf of mere requirements",
  ]);
});
