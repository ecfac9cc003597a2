import fc from "fast-check";

/** Names and values are few, so that schemas and values often are about the same. */
const names = ["a", "b", "x-a", "constructor", "then"];
const scalar = fc.constantFrom(null, true, false, 0, 1, 2, -1, 1.5, 0.3, "", "a", "ab", "x-a", "😀", "😀b");
const name = fc.constantFrom(...names);
const limit = fc.constantFrom(0, 1, 2);

function record<T>(key: fc.Arbitrary<string>, item: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(key, item, { maxKeys: 3, noNullPrototype: true });
}

/** Any JSON value that is not large. */
export const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 3, arbitrary: record(name, tie("value")) },
  ),
}));

const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");

/**
 * Schemas of any keywords but three. With `contains` and `unevaluated…`, Ajv 8 takes values for valid that JSON Schema does not, such
 * as an empty array that is to contain something; the tests of the client are about them.
 */
export const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const child = tie("schema");
  const children = fc.array(child, { minLength: 1, maxLength: 3 });
  const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: (item) => JSON.stringify(item) }),
    const: value,
    minimum: limit,
    maximum: limit,
    exclusiveMinimum: limit,
    exclusiveMaximum: limit,
    multipleOf: fc.constantFrom(1, 2, 0.1, 0.5),
    minLength: limit,
    maxLength: limit,
    pattern: fc.constantFrom("^a", "b$", "^x-", "^.$"),
    properties: record(name, child),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: child,
    patternProperties: record(fc.constantFrom("^x-", "a", "^_"), child),
    propertyNames: child,
    minProperties: limit,
    maxProperties: limit,
    dependentRequired: record(name, fc.uniqueArray(name, { maxLength: 2 })),
    dependentSchemas: record(name, child),
    items: child,
    prefixItems: children,
    minItems: limit,
    maxItems: limit,
    uniqueItems: fc.boolean(),
    allOf: children,
    anyOf: children,
    oneOf: children,
    not: child,
    if: child,
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword
    then: child,
    else: child,
  };
  const some = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords), "type"), { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword] ?? child]))),
    );
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 3, arbitrary: fc.record({ type }) },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 6, arbitrary: some },
    ),
  };
});
