import { keywordsOf, limit, record, schemaOf } from "@visitors-api/openapi/arbitrary-schema";
import fc from "fast-check";

/** Schemas of all keywords that say something of a value, with references to one another (`S0` to `S9`). */
export const { arbitrarySchema } = fc.letrec<{ arbitrarySchema: unknown }>((tie) => {
  const child = tie("arbitrarySchema");
  const pattern = fc.constantFrom("^a", "b$", "^x-", "\\-", "(?i)a", "\\A");
  const property = fc.oneof(child, fc.constantFrom({ readOnly: true }, { writeOnly: true, type: "string" }));
  const keywords = {
    ...keywordsOf(child),
    nullable: fc.boolean(),
    format: fc.constantFrom("binary", "email"),
    minContains: limit,
    maxContains: limit,
    exclusiveMinimum: fc.oneof(limit, fc.boolean()),
    exclusiveMaximum: fc.oneof(limit, fc.boolean()),
    multipleOf: fc.constantFrom(0, 1, 2, 0.5),
    pattern,
    properties: record(property),
    patternProperties: record(child, pattern),
    contains: child,
    unevaluatedItems: child,
    unevaluatedProperties: child,
  };
  const reference = fc
    .integer({ min: 0, max: 9 })
    .map((index) => ({ $ref: `#/components/schemas/S${index}` }));
  const named = fc.constantFrom("a", "b");
  const discriminated = fc.record({
    anyOf: fc.array(reference, { minLength: 2, maxLength: 3 }),
    discriminator: fc.record({
      propertyName: named,
      mapping: record(fc.constantFrom("#/components/schemas/S1", "S2"), named),
    }),
  });
  return {
    arbitrarySchema: schemaOf(
      keywords,
      { weight: 1, arbitrary: reference },
      { weight: 1, arbitrary: discriminated },
    ),
  };
});
