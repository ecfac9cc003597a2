import fc from "fast-check";

// Names and values are few, so that schemas and values often are about the same.
const scalar = fc.constantFrom(null, true, false, 0, 1, 2, -1, 1.5, 0.3, "", "a", "ab", "x-a", "😀", "😀b");

/** A property's; among them two that objects of JavaScript have, or that it takes for something else. */
export const name = fc.constantFrom("a", "b", "x-a", "constructor", "then");

/** What is counted, such as the length of a text. */
export const limit = fc.constantFrom(0, 1, 2, 3);

/** Of a value, as `type` has it. */
export const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");

export function record<T>(
  item: fc.Arbitrary<T>,
  key: fc.Arbitrary<string> = name,
): fc.Arbitrary<Record<string, T>> {
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

/** The same, of which Ajv 8 knows which are equal: it takes two objects for different ones whose `constructor` is an object. */
export const valueForAjv = arbitraryValue.filter(
  (value) => !/"constructor":[[{]/.test(JSON.stringify(value)),
);

/** What `enum` has. */
export const values = fc.uniqueArray(arbitraryValue, {
  minLength: 1,
  maxLength: 3,
  selector: (item) => JSON.stringify(item),
});

export type Keywords = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/**
 * What JSON Schema's keywords may have that say something of a value, but for `contains` and `unevaluated…`: Ajv 8 takes values for
 * valid with them that are not, such as an empty array that is to contain something.
 *
 * @param child A schema of what is within a value.
 * @param inPlace A schema of the value itself.
 */
export function keywordsOf(child: fc.Arbitrary<unknown>, inPlace: fc.Arbitrary<unknown> = child): Keywords {
  const children = fc.array(child, { minLength: 1, maxLength: 3 });
  const parts = fc.array(inPlace, { minLength: 1, maxLength: 3 });
  const pattern = fc.constantFrom("^a", "b$", "^x-", "^.$", "^[a-f]{2,3}$", "^(?:a|bc)+$");
  return {
    type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    enum: values,
    const: arbitraryValue,
    minimum: limit,
    maximum: limit,
    exclusiveMinimum: limit,
    exclusiveMaximum: limit,
    multipleOf: fc.constantFrom(1, 2, 0.1, 0.5),
    minLength: limit,
    maxLength: limit,
    pattern,
    properties: record(child),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: child,
    patternProperties: record(child, pattern),
    propertyNames: child,
    minProperties: limit,
    maxProperties: limit,
    dependentRequired: record(fc.uniqueArray(name, { maxLength: 2 })),
    dependentSchemas: record(inPlace),
    items: child,
    prefixItems: children,
    minItems: limit,
    maxItems: limit,
    uniqueItems: fc.boolean(),
    allOf: parts,
    anyOf: parts,
    oneOf: parts,
    not: inPlace,
    if: inPlace,
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it
    then: inPlace,
    else: inPlace,
  };
}

/** A schema that is not large: of a type, of a few of these keywords, true or false, or another one. */
export function schemaOf(
  keywords: Keywords,
  ...others: readonly fc.WeightedArbitrary<unknown>[]
): fc.Arbitrary<unknown> {
  const some = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords), "type", "properties", "required"), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword] ?? fc.boolean()]))),
    );
  return fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: fc.record({ type }) },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 7, arbitrary: some },
    ...others,
  );
}

/** Such a schema, of those keywords, which refers to no other. */
export const { arbitraryJsonSchema } = fc.letrec<{ arbitraryJsonSchema: unknown }>((tie) => ({
  arbitraryJsonSchema: schemaOf(keywordsOf(tie("arbitraryJsonSchema"))),
}));
