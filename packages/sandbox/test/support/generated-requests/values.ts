import { deref, isHidden, type Schema, type SchemaObject, type Schemas } from "@visitors-api/openapi";
import fc, { type Arbitrary } from "fast-check";

/** What values are made of. */
export interface Material {
  readonly schemas: Schemas;
  /** Texts where a schema asks for no particular one. */
  readonly text: Arbitrary<string>;
}

/** How deep values go before they have only what is required. */
const DEEP = 3;

/** Values that a schema allows, or nearly so: somebody else judges them. */
export function valuesOf(schema: Schema | undefined, material: Material, depth = 0): Arbitrary<unknown> {
  if (schema === undefined || typeof schema === "boolean") return anything(material);
  const { allOf, anyOf, oneOf, ...own } = flattened(schema, material.schemas);
  const alternatives = [...(anyOf ?? []), ...(oneOf ?? [])];
  if (alternatives.length > 0) {
    const each = alternatives.map((one) => merged(own, flattened(one, material.schemas)));
    return fc.oneof(...each.map((one) => valuesOf(one, material, depth + 1)));
  }
  if (own.const !== undefined) return fc.constant(own.const);
  if (own.enum !== undefined && own.enum.length > 0) return fc.constantFrom(...own.enum);
  const types = own.type === undefined ? impliedTypes(own) : [own.type].flat();
  const examples = [own.example, ...(own.examples ?? [])].filter((example) => example !== undefined);
  return fc.oneof(
    ...examples.map((example) => fc.constant(example)),
    ...(types.length === 0
      ? [anything(material)]
      : types.map((type) => valuesOfType(type, own, material, depth))),
  );
}

const json = fc.jsonValue({ maxDepth: 1 });

function anything({ text }: Material): Arbitrary<unknown> {
  return fc.oneof(text, json);
}

function impliedTypes({ properties, items }: SchemaObject): string[] {
  return properties ? ["object"] : items === undefined ? [] : ["array"];
}

function valuesOfType(
  type: string,
  schema: SchemaObject,
  material: Material,
  depth: number,
): Arbitrary<unknown> {
  switch (type) {
    case "object":
      return objectsOf(schema, material, depth);
    case "array":
      return listsOf(schema, material, depth);
    case "string":
      return textsOf(schema, material);
    case "integer":
    case "number":
      return numbersOf(schema, type === "integer");
    case "boolean":
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

function textsOf(
  { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: SchemaObject,
  { text }: Material,
) {
  if (pattern !== undefined) return matching(pattern);
  // Counted in characters, as JSON Schema does, and of more than one byte.
  return text.map((given) =>
    [...given.padEnd(minLength, "é")].slice(0, Math.max(maxLength, minLength)).join(""),
  );
}

const patterns = new Map<string, Arbitrary<string>>();

/** Once for each pattern: fast-check first looks at which of many odd texts match. */
function matching(pattern: string): Arbitrary<string> {
  const known = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  patterns.set(pattern, known);
  return known;
}

function numbersOf(schema: SchemaObject, isInteger: boolean): Arbitrary<number> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = multipleOf ?? (isInteger ? 1 : undefined);
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + (step ?? 0.5));
  const most = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - (step ?? 0.5));
  const min = least ?? Math.min(-1e9, (most ?? 0) - 1e9);
  const max = most ?? Math.max(1e9, (least ?? 0) + 1e9);
  if (step === undefined) return fc.double({ min, max, noNaN: true });
  return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((times) => times * step);
}

function listsOf(schema: SchemaObject, material: Material, depth: number): Arbitrary<unknown[]> {
  const { items, prefixItems = [], minItems = 0, maxItems = 3, uniqueItems } = schema;
  if (prefixItems.length > 0)
    return fc.tuple(...prefixItems.map((item) => valuesOf(item, material, depth + 1)));
  const least = Math.min(minItems, 20);
  const limits = { minLength: least, maxLength: Math.max(least, depth > DEEP ? 0 : Math.min(maxItems, 3)) };
  const item = valuesOf(items, material, depth + 1);
  return uniqueItems
    ? fc.uniqueArray(item, { ...limits, selector: (value) => JSON.stringify(value) })
    : fc.array(item, limits);
}

function objectsOf(schema: SchemaObject, material: Material, depth: number): Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const sent = Object.entries(properties).filter(
    ([, property]) => !isHidden(property, "request", material.schemas),
  );
  const requiredKeys = required.filter((name) => sent.some(([other]) => other === name));
  const chosen = depth > DEEP ? sent.filter(([name]) => requiredKeys.includes(name)) : sent;
  const values = Object.fromEntries(
    chosen.map(([name, property]) => [name, lazily(() => valuesOf(property, material, depth + 1))]),
  );
  const named = fc.record(values, { requiredKeys });
  if (additionalProperties === undefined || typeof additionalProperties === "boolean" || depth > DEEP)
    return named;
  const others = fc.dictionary(material.text, valuesOf(additionalProperties, material, depth + 1), {
    maxKeys: 2,
  });
  return fc.tuple(others, named).map(([other, known]) => ({ ...other, ...known }));
}

/** Made when it is first needed: a schema may contain itself. */
function lazily<Value>(make: () => Arbitrary<Value>): Arbitrary<Value> {
  let made: Arbitrary<Value> | undefined;
  return fc.constant(undefined).chain(() => {
    made ??= make();
    return made;
  });
}

/** What a schema, all that it refers to and all of `allOf` say together. */
function flattened(given: Schema, schemas: Schemas): SchemaObject {
  const schema = deref(given, schemas);
  if (typeof schema === "boolean") return {};
  const { allOf = [], ...own } = schema;
  return allOf.reduce<SchemaObject>((together, part) => merged(together, flattened(part, schemas)), own);
}

function merged(one: SchemaObject, other: SchemaObject): SchemaObject {
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  const properties = { ...one.properties, ...other.properties };
  return {
    ...one,
    ...other,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}
