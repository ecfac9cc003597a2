import { isAssertion } from "../schema-object/keywords.ts";
import type { Schema, SchemaObject, TypeName } from "../schema-object.ts";

/** All but numbers, which are said of in two ways. */
const types: readonly TypeName[] = ["string", "boolean", "object", "array", "null"];

/** The keywords whose negation can only be seen to when a value is made: see `fitting`. */
const elementary = ["const", "enum", "multipleOf", "pattern"] as const;

/** The limits, the type that they are about, and how to be beyond. */
const opposites = [
  ["minimum", "number", "exclusiveMaximum", 0],
  ["maximum", "number", "exclusiveMinimum", 0],
  ["exclusiveMinimum", "number", "maximum", 0],
  ["exclusiveMaximum", "number", "minimum", 0],
  ["minLength", "string", "maxLength", -1],
  ["maxLength", "string", "minLength", 1],
  ["minItems", "array", "maxItems", -1],
  ["maxItems", "array", "minItems", 1],
  ["minProperties", "object", "maxProperties", -1],
  ["maxProperties", "object", "minProperties", 1],
] as const;

/**
 * Ways not to be what a schema says, each as a schema: whoever is valid against one of them is not valid against it.
 *
 * @returns undefined when every value is what it says; empty when no way is known.
 */
export function negations(schema: Schema): readonly SchemaObject[] | undefined {
  if (schema === true) return undefined;
  if (schema === false) return [{}];
  if (!Object.keys(schema).some(isAssertion)) return undefined;
  const known = waysNotToBe.get(schema) ?? findWays(schema);
  waysNotToBe.set(schema, known);
  return known;
}

// Whoever tries again asks again, and knows by the schemas what was made for them.
const waysNotToBe = new WeakMap<SchemaObject, readonly SchemaObject[]>();

function findWays(schema: SchemaObject): SchemaObject[] {
  const isSingle = Object.keys(schema).filter(isAssertion).length === 1;
  const { type, required = [], properties = {}, additionalProperties, items, contains, minContains } = schema;
  const { allOf = [], anyOf, oneOf, not } = schema;
  const ways: (SchemaObject | undefined)[] = [
    ...(isSingle
      ? []
      : elementary.map((keyword) => when(schema[keyword], (value) => ({ not: { [keyword]: value } })))),
    ...(type ? otherThan([type].flat()) : []),
    ...required.map((name) => ({ properties: { [name]: false } })),
    ...Object.entries(properties).map(([name, property]) => withProperty(name, { not: property })),
    when(additionalProperties, (others) => withProperty("property1", { not: others })),
    ...opposites.map(([keyword, type, other, by]) =>
      when(schema[keyword], (limit) => ({ type, [other]: limit + by })),
    ),
    when(items, (items) => ({ type: "array", contains: { not: items } })),
    when(minContains === undefined ? contains : undefined, (contains) => ({
      type: "array",
      items: { not: contains },
    })),
    ...allOf.map((part) => ({ not: part })),
    ...[anyOf, oneOf].map((union) =>
      when(union, (branches) => ({ allOf: branches.map((branch) => ({ not: branch })) })),
    ),
    when(not, (not) => ({ allOf: [not] })),
  ];
  return ways.filter((way) => way !== undefined);
}

function otherThan(named: readonly TypeName[]): SchemaObject[] {
  const others = types.filter((type) => !named.includes(type));
  return [
    ...(others.length > 0 ? [{ type: others }] : []),
    // Otherwise, every integer is a number.
    ...(named.includes("integer") && !named.includes("number")
      ? [{ type: "number" as const, not: { multipleOf: 1 } }]
      : []),
  ];
}

function when<T>(value: T | undefined, way: (value: T) => SchemaObject): SchemaObject | undefined {
  return value === undefined ? undefined : way(value);
}

function withProperty(name: string, property: Schema): SchemaObject {
  return { type: "object", required: [name], properties: { [name]: property } };
}
