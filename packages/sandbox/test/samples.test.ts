import { type Direction, readDescription, type Schema, type Schemas } from "@visitors-api/openapi";
import { sample } from "@visitors-api/openapi/sample";
import { foreignPatterns, impossible, sampleVectors } from "@visitors-api/openapi/sample-vectors";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Validators } from "../src/validation/validators.ts";
import { arbitrarySchema } from "./support/arbitrary-schemas.ts";

/** The validation of what the sandbox receives and answers, of a description that has these schemas. */
function validWithSandbox(schemas: Schemas, direction: Direction, schema?: Schema) {
  // Some schema may ask what the others speak of.
  const tracksEvaluated = /"unevaluated/.test(JSON.stringify([schemas, schema]));
  const validators = new Validators({ schemas, tracksEvaluated });
  return (schema: Schema, value: unknown) => validators.of(schema, direction)(value).length === 0;
}

test.each([...sampleVectors, ...foreignPatterns])("a sample is valid in the sandbox: $what", (vector) => {
  const { value, schema, ...of } = vector;
  const isValid = validWithSandbox(of.schemas, of.direction, schema);
  expect(sample(schema, { ...of, isValid })).toEqual({ value, isValid: true });
  expect(isValid(schema, value)).toBe(true);
});

test.each(impossible)("no sample is valid in the sandbox: $what", ({ value, schema, ...of }) => {
  const isValid = validWithSandbox(of.schemas, of.direction, schema);
  expect(sample(schema, { ...of, isValid })).toEqual({ value, isValid: false });
  expect(isValid(schema, value)).toBe(false);
});

/** What arbitrary schemas refer to. */
const components = {
  ...{ S0: { type: "string" }, S1: { type: "integer", minimum: 1 }, S2: { type: ["object", "null"] } },
  ...{
    S3: { type: "array", minItems: 1, items: { $ref: "#/components/schemas/S1" } },
    S4: { enum: ["a", 1] },
  },
  S5: { required: ["a", "b"], properties: { a: { readOnly: true }, b: { writeOnly: true, type: "string" } } },
  S6: { type: "object", properties: { a: { $ref: "#/components/schemas/S6" } } },
  ...{ S7: { oneOf: [{ type: "string" }, { type: "boolean" }] }, S8: { not: { type: "object" } }, S9: false },
};

test("of any schema, a sample that is said to be valid is, in its direction", () => {
  const property = fc.property(arbitrarySchema, (Root) => {
    const { schemas } = readDescription({
      openapi: "3.1.0",
      info: { title: "", version: "" },
      paths: {},
      components: { schemas: { ...components, Root } },
    });
    const { Root: root = true } = schemas;
    for (const direction of ["request", "response"] as const) {
      const isValid = validWithSandbox(schemas, direction);
      const made = sample(root, { schemas, direction, isValid });
      expect(isValid(root, made.value)).toBe(made.isValid);
    }
  });
  fc.assert(property, { numRuns: 400 });
});
