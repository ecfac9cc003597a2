import fc from "fast-check";
import { expect, test } from "vitest";
import { sample } from "../../src/sample/sample.ts";
import { arbitraryValue } from "../values/arbitrary-schema.ts";
import { validWithAjv } from "./ajv.ts";
import { arbitrarySchemas } from "./arbitrary-schemas.ts";
import { ref } from "./vectors/vector.ts";

const values = fc.sample(arbitraryValue, { numRuns: 200 });

test("of any schema, a sample that is said to be valid is, and small", () => {
  let found = 0;
  let missed = 0;
  const property = fc.property(arbitrarySchemas, (schemas) => {
    const isValid = validWithAjv(schemas, "response");
    for (const name of Object.keys(schemas)) {
      const made = sample(ref(name), { schemas, direction: "response", isValid });
      expect(isValid(ref(name), made.value)).toBe(made.isValid);
      expect(JSON.stringify(made.value).length).toBeLessThan(50_000);
      if (made.isValid) found++;
      else if (values.some((value) => isValid(ref(name), value))) missed++;
    }
  });
  fc.assert(property, { numRuns: 30 });
  // What is contrived is not found: an array that is not to have unique items, or a name that is not to be a number.
  expect(missed / found).toBeLessThan(0.02);
});
