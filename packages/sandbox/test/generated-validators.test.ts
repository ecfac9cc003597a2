import { isDeepStrictEqual } from "node:util";
import * as clientSchemas from "@visitors-api/client/schemas";
import type { StandardSchema } from "@visitors-api/client/validation";
import { buildModel } from "@visitors-api/codegen";
import { type Direction, isObject, readDescription as readOpenApi } from "@visitors-api/openapi";
import { arbitraryValue } from "@visitors-api/openapi/arbitrary-schema";
import document from "@visitors-api/spec" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { arbitrarySchema } from "./support/arbitrary-schemas.ts";
import { schemaDocument, validatorsOf } from "./support/generated-validators.ts";
import { valuesAround } from "./support/values-around.ts";

const description = readDescription(document);
// The validator of a component has another name where that one is taken.
const { schemas: names } = buildModel(readOpenApi(document));
const byName = new Map<string, unknown>(Object.entries(clientSchemas));

test.each(Object.keys(document.components.schemas))(
  "%s is validated as by the client, word for word",
  (name) => {
    // The client has a validator for each component, or this fails.
    const exported = names.find(({ component }) => component === name)?.name ?? name;
    const standard = byName.get(exported) as StandardSchema<unknown>;
    const schema = description.schemas[name] ?? true;
    const validate = description.validators.of(schema, "response");
    let valid = 0;
    let invalid = 0;
    const property = fc.property(valuesAround(schema, description), (value) => {
      const { issues = [] } = standard["~standard"].validate(value);
      expect(validate(value)).toEqual(issues);
      if (issues.length > 0) invalid++;
      else valid++;
    });
    fc.assert(property, { numRuns: 300 });
    expect(Math.min(valid, invalid)).toBeGreaterThan(15);
  },
);

test.each(["3.0.3", "3.1.0"])(
  "any schema of OpenAPI %s is taken as the client's generator takes it",
  (openapi) => {
    // Components that are nothing but references come last, where nothing refers to them: no description may have a circle of them.
    const schemas = fc.sample(arbitrarySchema, { numRuns: 250 }).toSorted(bareReferencesLast);
    const values = fc.sample(arbitraryValue, { numRuns: 25 });
    const components = { schemas: Object.fromEntries(schemas.map((schema, index) => [`S${index}`, schema])) };
    const described = schemaDocument(openapi, components);
    const generated = validatorsOf(described);
    const { schemas: read, validators } = readDescription(described);
    let valid = 0;
    let total = 0;
    const disagreements: unknown[] = [];
    for (const [name, schema] of Object.entries(components.schemas)) {
      for (const direction of ["request", "response"] satisfies Direction[]) {
        const live = validators.of(read[name], direction);
        const expected = generated(name, direction);
        for (const value of values) {
          const [issues, taken] = [expected(value), live(value)];
          if (!isDeepStrictEqual(taken, issues)) disagreements.push({ schema, value, taken, issues });
          total++;
          if (issues.length === 0) valid++;
        }
      }
    }
    expect(disagreements).toEqual([]);
    expect(valid / total).toBeGreaterThan(0.2);
    expect(valid / total).toBeLessThan(0.8);
  },
);

test("a component that is part of itself is taken as the client's generator takes it", () => {
  const anyOf = [{ $ref: "#/components/schemas/Part" }, { type: "null" }];
  const discriminator = { propertyName: "kind", mapping: {} };
  const described = schemaDocument("3.1.0", { schemas: { Part: { anyOf, discriminator } } });
  const { schemas, validators } = readDescription(described);
  const issues = validatorsOf(described)("Part", "request")({});
  expect(issues).toHaveLength(1);
  expect(validators.of(schemas["Part"], "request")({})).toEqual(issues);
});

function bareReferencesLast(one: unknown, other: unknown): number {
  const isBareReference = (schema: unknown) => isObject(schema) && "$ref" in schema;
  return Number(isBareReference(one)) - Number(isBareReference(other));
}
