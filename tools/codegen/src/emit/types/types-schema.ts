import {
  allowsAnything,
  allParts,
  discriminatorOf,
  isHidden,
  isOfType,
  mapValues,
  type Schema,
  type SchemaObject,
  type Schemas,
  schemaName,
  tagsOf,
  typeOfValue,
  typesOf,
} from "@visitors-api/openapi";
import { withDatedDeprecation } from "./dated-deprecation.ts";
import { declaredProperty } from "./declared-property.ts";

/** Unions of more literals than this take the compiler minutes, or are refused by it (TS2590): the values' types stand for them. */
const mostLiterals = 10_000;

/**
 * A schema in words that openapi-typescript makes the right type of. What TypeScript has no type for stays as it is, and is
 * lost: the README lists it.
 *
 * @param around The schemas that this one stands within and that are about the same value, the nearest last.
 */
export function typesSchema(schema: Schema, schemas: Schemas, around: readonly SchemaObject[] = []): Schema {
  if (typeof schema !== "object") return schema;
  if (schema.$ref !== undefined) return withDatedDeprecation(schema);
  const read = withLiterals(withDatedDeprecation(schema));
  if (typeof read !== "object" || read.enum !== undefined || read.const !== undefined) return read;

  const within = [...around, read];
  const part = (child: Schema) => typesSchema(child, schemas);
  const inPlace = (child: Schema) => typesSchema(child, schemas, within);
  const { discriminator: _, ...rest } = read;
  const discriminator = discriminatorOf(read, schemas);
  const alternative = (branch: Schema) => withTags(inPlace(branch), branch, discriminator, schemas);
  const properties = withRequired(read, schemas, around);
  const { items, additionalProperties, allOf, anyOf, oneOf, prefixItems, patternProperties } = rest;
  const changed: SchemaObject = {
    ...rest,
    ...(properties && {
      properties: mapValues(properties, (property) => withDirection(part(property), property, schemas)),
    }),
    ...(patternProperties && { patternProperties: mapValues(patternProperties, part) }),
    ...(additionalProperties !== undefined && { additionalProperties: part(additionalProperties) }),
    ...(items !== undefined && { items: part(items) }),
    ...(prefixItems && { prefixItems: prefixItems.map(part) }),
    ...(allOf && { allOf: allOf.map(inPlace) }),
    ...(anyOf && { anyOf: anyOf.map(alternative) }),
    ...(oneOf && { oneOf: oneOf.map(alternative) }),
  };
  if (isContradiction(changed, schemas)) return false;
  return withoutBooleans(withConjunctions(withOpenIndex(changed), schemas));
}

/** Whether a schema says of a value that it is an object, and a part of it that it is none: openapi-typescript reads the part alone. */
function isContradiction({ type, allOf = [] }: SchemaObject, schemas: Schemas): boolean {
  const named = [type].flat();
  return (
    named.length === 1 &&
    named[0] === "object" &&
    allOf.some((part) => {
      const types = typesOf(part, schemas);
      return types.size > 0 && !types.has("object");
    })
  );
}

/** openapi-typescript takes each part of an `allOf` for an object. */
function withoutBooleans({ allOf, ...rest }: SchemaObject): Schema {
  if (!allOf) return rest;
  if (allOf.includes(false)) return false;
  const parts = allOf.filter((part) => part !== true);
  return parts.length > 0 ? { ...rest, allOf: parts } : rest;
}

/** openapi-typescript ignores what types the values of an `enum` may have, and that a constant may be null. */
function withLiterals(schema: SchemaObject): Schema {
  const { type, enum: values, const: value, ...rest } = schema;
  if (values === undefined && value === undefined) return schema;
  const types = type === undefined ? [] : [type].flat();
  const given = values ?? [value];
  const allowed = given.filter(
    (one) =>
      (types.length === 0 || types.some((name) => isOfType(one, name))) &&
      (value === undefined || JSON.stringify(one) === JSON.stringify(value)),
  );
  if (allowed.length === 0) return false;
  if (allowed.length > mostLiterals) return { ...rest, type: [...new Set(allowed.map(typeOfValue))] };
  if (values === undefined && value !== null)
    return { ...about(rest), ...(type !== undefined && { type }), const: value };
  const isScalar = allowed.every((one) => typeof one !== "object" || one === null);
  // A type of null would add null to the values.
  const named = types.filter((name) => name !== "null");
  const [only, ...others] = named;
  const said = only === undefined || !isScalar ? {} : { type: others.length > 0 ? named : only };
  return { ...about(rest), ...said, enum: allowed };
}

/** What a schema says of itself, in the comments of its type. */
function about(schema: SchemaObject): SchemaObject {
  const comments = [
    "title",
    "description",
    "format",
    "default",
    "deprecated",
    "example",
    "examples",
    "readOnly",
    "writeOnly",
  ];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => comments.includes(keyword)));
}

/**
 * The properties of a schema, with those among them that it requires and that are declared elsewhere: in what surrounds it, in
 * what it is composed of, or nowhere. openapi-typescript requires only what stands beside `required`, or right in what `allOf`
 * refers to.
 */
function withRequired(
  schema: SchemaObject,
  schemas: Schemas,
  around: readonly SchemaObject[],
): Readonly<Record<string, Schema>> | undefined {
  const { properties = {}, required = [], type } = schema;
  const isObject = type === undefined || [type].flat().includes("object");
  const missing = required.filter(
    (name) => !Object.hasOwn(properties, name) && !isRequiredOfPart(schema, name, schemas),
  );
  if (!isObject || missing.length === 0) return schema.properties;
  const added = missing.map((name) => [name, declaredProperty([schema, ...around], name, schemas)] as const);
  return { ...properties, ...Object.fromEntries(added) };
}

/** Whether openapi-typescript finds the property by itself. */
function isRequiredOfPart({ allOf = [] }: SchemaObject, name: string, schemas: Schemas): boolean {
  return allOf.some((part) => {
    const target =
      typeof part === "object" && part.$ref !== undefined ? schemas[schemaName(part.$ref) ?? ""] : part;
    return typeof target === "object" && Object.hasOwn(target.properties ?? {}, name);
  });
}

/** A property is of one direction too if what it refers to is. */
function withDirection(changed: Schema, property: Schema, schemas: Schemas): Schema {
  if (typeof changed !== "object" || changed.readOnly === true || changed.writeOnly === true) return changed;
  if (isHidden(property, "request", schemas)) return { ...changed, readOnly: true };
  return isHidden(property, "response", schemas) ? { ...changed, writeOnly: true } : changed;
}

/**
 * openapi-typescript writes a discriminator's value into the component, which has another one in another union. It is said here
 * of the alternative.
 */
function withTags(
  changed: Schema,
  branch: Schema,
  discriminator: SchemaObject["discriminator"],
  schemas: Schemas,
): Schema {
  const tags = tagsOf(discriminator, branch, schemas);
  if (!tags) return changed;
  const { propertyName, values } = tags;
  const tag: SchemaObject = {
    type: "object",
    required: [propertyName],
    properties: { [propertyName]: { enum: values } },
  };
  return { allOf: [changed, tag] };
}

/**
 * openapi-typescript has the named properties fit the type of all others, which is not what `additionalProperties` asks of them.
 */
function withOpenIndex(schema: SchemaObject): SchemaObject {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const named = Object.values(properties);
  const patterned = Object.values(patternProperties);
  // What no pattern is about may be anything.
  if (patterned.length > 0 && additionalProperties === undefined)
    return { ...schema, additionalProperties: true };
  const others = [...patterned, ...(typeof additionalProperties === "object" ? [additionalProperties] : [])];
  if (others.length === 0 || named.length === 0 || others.some(allowsAnything)) return schema;
  const known = new Set(others.map((other) => JSON.stringify(other)));
  const further = named.filter((property) => !known.has(JSON.stringify(property)));
  if (further.length === 0) return schema;
  const { patternProperties: _, ...rest } = schema;
  return { ...rest, additionalProperties: { anyOf: [...others, ...further].map(bare) } };
}

/** Without its comments, which stand where it is declared. */
function bare(schema: Schema): Schema {
  if (typeof schema !== "object") return schema;
  const comments = about(schema);
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !Object.hasOwn(comments, keyword)));
}

/** openapi-typescript has `anyOf`, and `oneOf` of scalars, stand beside what else is said rather than together with it. */
function withConjunctions(schema: SchemaObject, schemas: Schemas): SchemaObject {
  const { allOf, anyOf, oneOf, ...rest } = schema;
  const unions = [...(anyOf ? [{ anyOf }] : []), ...(oneOf ? [{ oneOf }] : [])];
  const types = rest.type === undefined ? [] : [rest.type].flat();
  const saysMore =
    types.some((name) => name !== "object") ||
    (types.length > 0 &&
      [...(anyOf ?? []), ...(oneOf ?? [])].some((branch) => mayBeOther(branch, schemas))) ||
    rest.properties !== undefined ||
    rest.additionalProperties !== undefined ||
    rest.patternProperties !== undefined;
  const isDistributed = types.length > 1 && allOf !== undefined;
  if (unions.length === 0 && !isDistributed) return schema;
  if (!saysMore && !allOf && unions.length === 1) return schema;
  const comments = about(rest);
  const core = Object.fromEntries(
    Object.entries(rest).filter(([keyword]) => !Object.hasOwn(comments, keyword)),
  );
  return { ...comments, allOf: [...(saysMore ? [core] : []), ...(allOf ?? []), ...unions] };
}

/** Whether a schema lets a value be something else than an object. What is said of objects and of nothing else is read as said of one. */
function mayBeOther(schema: Schema, schemas: Schemas): boolean {
  const types = typesOf(schema, schemas);
  if (types.size > 0) return [...types].some((name) => name !== "object");
  return !allParts(schema, schemas).some(
    ({ properties = {}, required = [], additionalProperties = false, patternProperties = {} }) =>
      [properties, required, patternProperties].some((said) => Object.keys(said).length > 0) ||
      additionalProperties !== false,
  );
}
