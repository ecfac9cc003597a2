import { buildModel } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import { json, valuesOf } from "@visitors-api/openapi/schema-values";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StandardSchema } from "../src/schemas.ts";
import { apis } from "./apis.ts";

/** A value with some part of it, or all, replaced by another, so that it is nearly valid. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return json;
  const keys = Object.keys(value);
  if (keys.length === 0) return json;
  return fc.constantFrom(...keys).chain((key) => {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    const copy = (replaced: unknown) =>
      Array.isArray(value) ? value.with(Number(key), replaced) : { ...value, [key]: replaced };
    const without = Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    return fc.oneof(spoiled(part).map(copy), Array.isArray(value) ? json : fc.constant(without));
  });
}

describe.each(apis)("of $api, a value is valid", ({ document, schemas }) => {
  const description = readDescription(document);
  const { schemas: components } = description;
  // What is generated of a component has another name where that one is taken.
  const { schemas: names } = buildModel(description);
  // Ajv leaves `format` to others and does not know where an OpenAPI document has its schemas; it is told.
  const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false });
  ajv.addSchema({ ...document, $id: "description" });

  test.each(Object.entries(components))(
    "by the validator of %s when it is by another implementation of JSON Schema",
    (component, schema) => {
      const expected = ajv.compile({ $ref: `description#/components/schemas/${component}` });
      const name = names.find((one) => one.component === component)?.name ?? component;
      // A test of its own sees to it that there is one for each component.
      const { [name]: made } = schemas as Readonly<Record<string, StandardSchema<unknown>>>;
      const valid = valuesOf(schema, components);
      const any = fc.oneof(valid, valid.chain(spoiled), json);
      fc.assert(
        fc.property(any, (value) => {
          expect(made?.["~standard"].validate(value).issues === undefined).toBe(expected(value));
        }),
        { numRuns: 300 },
      );
    },
  );
});
