import fc from "fast-check";
import type { Schema, Schemas } from "../../src/index.ts";
import { ref } from "./vectors/vector.ts";

// Names and values are few, so that the parts of a schema often are about the same.
const name = fc.constantFrom("a", "b", "x-a");
const scalar = fc.constantFrom(null, true, false, 0, 1, 2, -1, 1.5, "", "a", "ab", "x-a", "😀");
const limit = fc.constantFrom(0, 1, 2, 3);
const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");

function map<T>(item: fc.Arbitrary<T>, key: fc.Arbitrary<string> = name): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(key, item, { maxKeys: 3, noNullPrototype: true });
}

/** Any JSON value that is not large. */
export const { arbitraryValue } = fc.letrec<{ arbitraryValue: unknown }>((tie) => ({
  arbitraryValue: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("arbitraryValue"), { maxLength: 4 }) },
    { weight: 3, arbitrary: map(tie("arbitraryValue")) },
  ),
}));

/**
 * A schema that refers to others: to any within, and in place to those after it alone, so that none is made of itself. Of
 * `contains` and `unevaluated…` there is nothing: Ajv 8 takes values for valid with them that are not.
 */
function arbitrarySchema(within: readonly string[], inPlace: readonly string[]): fc.Arbitrary<unknown> {
  const referring = (names: readonly string[], other: fc.Arbitrary<unknown>) =>
    names.length === 0
      ? other
      : fc.oneof({ weight: 5, arbitrary: other }, fc.constantFrom(...names).map(ref));
  return fc.letrec<{ schema: unknown }>((tie) => {
    const child = referring(within, tie("schema"));
    const part = referring(inPlace, tie("schema"));
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    const pattern = fc.constantFrom("^a", "b$", "^x-", "^[a-f]{2,3}$", "^(?:a|bc)+$");
    const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      ...{ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) },
      ...{ enum: fc.uniqueArray(arbitraryValue, { minLength: 1, maxLength: 3, selector: JSON.stringify }) },
      ...{ const: arbitraryValue, example: arbitraryValue, default: arbitraryValue },
      ...{ minimum: limit, maximum: limit, exclusiveMinimum: limit, exclusiveMaximum: limit },
      ...{ multipleOf: fc.constantFrom(1, 2, 0.1, 0.5), minLength: limit, maxLength: limit, pattern },
      ...{ properties: map(child), required: fc.uniqueArray(name, { maxLength: 2 }) },
      ...{ additionalProperties: child, patternProperties: map(child, pattern), propertyNames: child },
      ...{ minProperties: limit, maxProperties: limit },
      ...{ dependentRequired: map(fc.uniqueArray(name, { maxLength: 2 })), dependentSchemas: map(part) },
      ...{ items: child, prefixItems: fc.array(child, { minLength: 1, maxLength: 3 }) },
      ...{ minItems: limit, maxItems: limit, uniqueItems: fc.boolean() },
      ...{ allOf: parts, anyOf: parts, oneOf: parts, not: part },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it
      ...{ if: part, then: part, else: part },
    };
    const some = fc
      .uniqueArray(fc.constantFrom(...Object.keys(keywords), "type", "properties", "required"), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((chosen) =>
        fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword] ?? part]))),
      );
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        { weight: 3, arbitrary: fc.record({ type }) },
        { weight: 1, arbitrary: fc.boolean() },
        { weight: 7, arbitrary: some },
      ),
    };
  }).schema;
}

const componentNames = ["A", "B", "C"];

/** Component schemas that refer to one another, and themselves. */
export const arbitrarySchemas: fc.Arbitrary<Schemas> = fc
  .tuple(
    ...componentNames.map((_, index) => arbitrarySchema(componentNames, componentNames.slice(index + 1))),
  )
  // What each keyword is made of has the shape that its type says.
  .map((schemas) =>
    Object.fromEntries(schemas.map((schema, index) => [componentNames[index], schema as Schema])),
  );
