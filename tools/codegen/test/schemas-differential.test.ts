import { arbitraryJsonSchema, valueForAjv } from "@visitors-api/openapi/arbitrary-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { components, validatorsOf } from "./support/validators.ts";

/** So many schemas in one description, and so many values for each of them. */
const schemas = 400;
const values = 100;

test("a value is valid by the validator of any schema when it is by another implementation of JSON Schema", async () => {
  const named = Object.fromEntries(
    fc.sample(arbitraryJsonSchema, { numRuns: schemas }).map((random, index) => [`S${index}`, random]),
  );
  const samples = fc.sample(valueForAjv, { numRuns: values });
  const { validate } = await validatorsOf(components("3.1.0", named));
  const ajv = new Ajv2020({
    strict: false,
    ownProperties: true,
    multipleOfPrecision: 6,
    // Each is compiled for few values.
    code: { optimize: false },
  });
  // It would keep account of what is evaluated, which no schema asks here, and throw while it does now and then.
  ajv.opts.unevaluated = false;
  ajv.addSchema({ $id: "description", $defs: named });

  let valid = 0;
  const disagreements: unknown[] = [];
  for (const [name, random] of Object.entries(named)) {
    const expected = ajv.getSchema(`description#/$defs/${name}`);
    if (!expected) throw new Error(`${name} is missing`);
    for (const sample of samples) {
      const isValid = validate(name, sample) === undefined;
      if (isValid !== expected(sample)) disagreements.push({ random, sample, isValid });
      if (isValid) valid++;
    }
  }
  expect(disagreements.slice(0, 10)).toEqual([]);
  // Neither all nor none of them, or nothing was compared.
  expect(valid / (schemas * values)).toBeGreaterThan(0.2);
  expect(valid / (schemas * values)).toBeLessThan(0.8);
});
