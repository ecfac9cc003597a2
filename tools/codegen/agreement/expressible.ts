import { isObject, mapValues, type Schema, type SchemaObject } from "@visitors-api/openapi";

/** What TypeScript has no type for, and the types say nothing of. The README has the same list in words. */
const inexpressible = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern"],
  ...["uniqueItems", "contains", "minContains", "maxContains", "unevaluatedItems"],
  ...["minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas"],
  ...["unevaluatedProperties", "not", "if", "then", "else"],
]);

/**
 * A schema that says what TypeScript can say of another one: the compiler's verdict on a value is the one of this schema. Of a
 * value that the other one lets pass, it must be that it does too, but where the other one leaves the type open.
 */
export function expressible(schema: Schema): Schema {
  if (typeof schema !== "object" || schema.$ref !== undefined) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !inexpressible.has(keyword));
  const said: SchemaObject = Object.fromEntries(kept);
  const { readOnly, writeOnly } = said;
  const direction = { ...(readOnly && { readOnly }), ...(writeOnly && { writeOnly }) };
  // Bytes have the type of what JSON has no value for. A validator takes a text for them as well.
  if (said.format === "binary") return { ...direction, not: {} };
  if (said.enum !== undefined || said.const !== undefined) return literals(said, direction);
  const { type, items, prefixItems, minItems, maxItems, allOf, anyOf, oneOf, properties, required } = said;
  const { additionalProperties, patternProperties = {}, discriminator } = said;
  const types = type === undefined ? undefined : [type].flat();

  const isOfArrays = types?.includes("array") ?? false;
  const isOfObjects = types?.includes("object") ?? isReadAsObject(said);
  // What is required and declared nowhere is one of the others.
  const undeclared = isObject(additionalProperties)
    ? (required ?? []).filter((name) => !Object.hasOwn(properties ?? {}, name))
    : [];
  const declared = Object.fromEntries(undeclared.map((name) => [name, additionalProperties as Schema]));
  const named = mapValues({ ...properties, ...declared }, expressible);
  const others = [
    ...Object.values(patternProperties),
    ...(isObject(additionalProperties) ? [additionalProperties as Schema] : []),
  ].map(expressible);
  // One index signature stands for all other names.
  const isOpen = additionalProperties === undefined || additionalProperties === true;
  const index = others.length > 0 && !isOpen ? [...others, ...Object.values(named)] : undefined;
  return {
    ...direction,
    // There is no type of integers.
    ...(types && { type: types.map((name) => (name === "integer" ? "number" : name)) }),
    ...(isOfObjects && {
      ...(types ? {} : { type: "object" as const }),
      properties: named,
      ...(required && { required }),
      ...(index && { additionalProperties: { anyOf: index } }),
    }),
    ...(isOfArrays && arrays({ items, prefixItems, minItems, maxItems } as SchemaObject)),
    ...(allOf && { allOf: allOf.map(expressible) }),
    ...(discriminator && { discriminator }),
    ...(anyOf && { anyOf: anyOf.map(expressible) }),
    // There is no type of what fits one alternative and not another.
    ...(oneOf && {
      allOf: [
        ...(allOf ?? []).map(expressible),
        { anyOf: oneOf.map(expressible), ...(discriminator && { discriminator }) },
      ],
    }),
  };
}

/** What is said of objects and of nothing else is read as said of an object. */
function isReadAsObject({
  properties = {},
  required = [],
  additionalProperties,
  patternProperties = {},
}: SchemaObject) {
  return (
    Object.keys(properties).length > 0 ||
    required.length > 0 ||
    Boolean(additionalProperties) ||
    Object.keys(patternProperties).length > 0
  );
}

/** Of a schema that lists its values, those of its type are all that is said. An object among them may have more properties. */
function literals(
  { type, enum: values, const: value }: SchemaObject,
  direction: Pick<SchemaObject, "readOnly" | "writeOnly">,
): Schema {
  const same = JSON.stringify(value);
  const allowed =
    values === undefined
      ? [value]
      : value === undefined
        ? values
        : values.filter((one) => JSON.stringify(one) === same);
  if (allowed.length === 0) return false;
  const said = { ...direction, ...(type !== undefined && { type }) };
  // A discriminator looks for what an alternative says of itself.
  if (allowed.every((one) => typeof one !== "object" || one === null)) return { ...said, enum: allowed };
  return { ...said, anyOf: allowed.map(literal) };
}

function literal(value: unknown): Schema {
  if (Array.isArray(value)) {
    return { type: "array", prefixItems: value.map(literal), minItems: value.length, maxItems: value.length };
  }
  if (!isObject(value)) return { enum: [value] };
  return { type: "object", required: Object.keys(value), properties: mapValues(value, literal) };
}

/** How many items there are can be said where they have types of their own. */
function arrays({ items, prefixItems, minItems = 0, maxItems }: SchemaObject): SchemaObject {
  const closed = maxItems !== undefined && maxItems <= (prefixItems?.length ?? 0);
  return {
    ...(items !== undefined && { items: expressible(items) }),
    ...(prefixItems && {
      prefixItems: prefixItems.map(expressible),
      minItems: Math.min(minItems, closed ? maxItems : prefixItems.length),
    }),
    ...(closed && { maxItems }),
  };
}
