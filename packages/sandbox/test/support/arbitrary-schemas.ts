import fc from "fast-check";

// Names and values are few, so that schemas and values often are about the same.
const NAMES = ["a", "b", "x-a", "constructor"];
const scalar = fc.constantFrom(null, true, false, 0, 1, 2, -1, 1.5, "", "a", "ab", "x-a", "😀");
const name = fc.constantFrom(...NAMES);
const limit = fc.constantFrom(0, 1, 2);
const LIMITS = [
  ...[
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
  ],
  ...["minContains", "maxContains"],
];
const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");

function record<T>(item: fc.Arbitrary<T>, key: fc.Arbitrary<string> = name) {
  return fc.dictionary(key, item, { maxKeys: 3, noNullPrototype: true });
}

/** Any JSON value that is not large. */
export const { arbitraryValue } = fc.letrec<{ arbitraryValue: unknown }>((tie) => ({
  arbitraryValue: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("arbitraryValue"), { maxLength: 4 }) },
    { weight: 3, arbitrary: record(tie("arbitraryValue")) },
  ),
}));

/** Schemas of all keywords that say something of a value, with references to one another (`S0` to `S9`). */
export const { arbitrarySchema } = fc.letrec<{ arbitrarySchema: unknown }>((tie) => {
  const child = tie("arbitrarySchema");
  const children = fc.array(child, { minLength: 1, maxLength: 3 });
  const pattern = fc.constantFrom("^a", "b$", "^x-", "\\-", "(?i)a", "\\A");
  const property = fc.oneof(child, fc.constantFrom({ readOnly: true }, { writeOnly: true, type: "string" }));
  const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    nullable: fc.boolean(),
    format: fc.constantFrom("binary", "email"),
    enum: fc.uniqueArray(arbitraryValue, {
      minLength: 1,
      maxLength: 3,
      selector: (item) => JSON.stringify(item),
    }),
    const: arbitraryValue,
    ...Object.fromEntries(LIMITS.map((keyword) => [keyword, limit])),
    exclusiveMinimum: fc.oneof(limit, fc.boolean()),
    exclusiveMaximum: fc.oneof(limit, fc.boolean()),
    multipleOf: fc.constantFrom(0, 1, 2, 0.5),
    pattern,
    properties: record(property),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: child,
    patternProperties: record(child, pattern),
    propertyNames: child,
    dependentRequired: record(fc.uniqueArray(name, { maxLength: 2 })),
    dependentSchemas: record(child),
    items: child,
    prefixItems: children,
    contains: child,
    uniqueItems: fc.boolean(),
    unevaluatedItems: child,
    unevaluatedProperties: child,
    allOf: children,
    anyOf: children,
    oneOf: children,
    not: child,
    if: child,
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it.
    then: child,
    else: child,
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
  const some = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords), "type", "properties", "required"), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword] ?? child]))),
    );
  return {
    arbitrarySchema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 3, arbitrary: fc.record({ type }) },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 7, arbitrary: some },
      { weight: 1, arbitrary: reference },
      { weight: 1, arbitrary: discriminated },
    ),
  };
});
