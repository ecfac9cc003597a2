import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitrarySchema, type InBothDialects } from "../support/arbitrary-dialects.ts";
import { read } from "../support/read.ts";
import { ajvVerdictOf, verdictOf } from "../support/verdict.ts";
import { valueForAjv } from "../values/arbitrary-schema.ts";

/** So many documents, each of so many schemas, and so many values for each of them. */
const documents = 60;
const components = 5;
const values = 40;

/** Every schema that a reference can lead to says of a value itself before it refers on, so that none leads back to itself. */
function named(schemas: readonly InBothDialects[], dialect: keyof InBothDialects): Record<string, object> {
  return Object.fromEntries(
    schemas.map((schema, index) => [`S${index}`, { type: "object", properties: { a: schema[dialect] } }]),
  );
}

test("a schema means the same written for OpenAPI 3.0 and for 3.1, which is what JSON Schema says that it means", () => {
  let valid = 0;
  let count = 0;
  const samples = fc.sample(fc.array(arbitrarySchema, { minLength: components, maxLength: components }), {
    numRuns: documents,
  });
  const given = fc.sample(fc.array(valueForAjv, { minLength: values, maxLength: values }), {
    numRuns: components,
  });
  const disagreements: unknown[] = [];
  for (const schemas of samples) {
    const in31 = named(schemas, "in31");
    const verdicts = [
      verdictOf(read("3.0.4", { components: { schemas: named(schemas, "in30") } })),
      verdictOf(read("3.1.1", { components: { schemas: in31 } })),
    ];
    const expected = ajvVerdictOf(in31);
    for (const [index, schema] of schemas.entries()) {
      for (const a of given[index] ?? []) {
        const isValid = verdicts.map((verdict) => verdict(`S${index}`, { a }));
        const both = expected(`S${index}`, { a });
        if (isValid.some((one) => one !== both)) disagreements.push({ schema, a, isValid, both });
        if (both) valid++;
        count++;
      }
    }
  }
  expect(disagreements).toEqual([]);
  // Neither all nor none of them, or nothing was compared.
  expect(valid / count).toBeGreaterThan(0.2);
  expect(valid / count).toBeLessThan(0.8);
});
