import type { Schema } from "../../load/openapi.ts";
import { patternFlags, readLimits, type ValidatedSchema } from "../../model/schema-keywords.ts";
import { alternatives } from "./alternatives.ts";
import { record } from "./record.ts";
import { splitRequired } from "./required.ts";
import { call, constant, json, type Writer } from "./writer.ts";

/**
 * A schema as calls of the validation's functions, one for each of its keywords.
 *
 * @param around The schemas that this one stands within and that are about the same value, the nearest last.
 */
export function schemaExpression(
  schema: Schema | undefined,
  writer: Writer,
  around: readonly ValidatedSchema[] = [],
): string {
  if (schema === undefined || schema === true) return constant("anything");
  if (schema === false) return constant("nothing");
  const { $ref } = schema;
  const reference = $ref === undefined ? [] : [call("ref", writer.reference($ref))];
  // OpenAPI 3.0 § 4.7.23.2: what stands beside a reference is ignored.
  const isAlone = reference.length > 0 && writer.isOpenApi30;
  return all(isAlone ? reference : keywords(schema, writer, around, reference));
}

/** One check that is all of them. */
function all(checks: readonly string[]): string {
  const [first, ...rest] = checks;
  if (first === undefined) return constant("anything");
  return rest.length === 0 ? first : call("all", ...checks);
}

function keywords(
  schema: ValidatedSchema,
  writer: Writer,
  around: readonly ValidatedSchema[],
  reference: readonly string[],
): string[] {
  const inPlace = (child: Schema | undefined) => schemaExpression(child, writer, [...around, schema]);
  const limit = limitsOf(schema);
  const anyValue = [...reference, ...composition(schema, writer, inPlace)];
  const isNullable = schema.nullable === true;
  // What else is said of a value of some type lets null pass.
  const isOnlyTyped =
    schema.type !== undefined &&
    schema.enum === undefined &&
    schema.const === undefined &&
    anyValue.length === 0;

  const checks = [
    ...types(schema, isNullable && isOnlyTyped),
    ...limit("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"),
    ...limit("minLength", "maxLength"),
    ...patterns(schema),
    ...objects(schema, writer, around, inPlace, limit),
    ...arrays(schema, writer, limit),
    ...anyValue,
  ];
  const evaluated = unevaluated(schema, checks, writer);
  return isNullable && !isOnlyTyped && evaluated.length > 0 ? [call("nullable", all(evaluated))] : evaluated;
}

type Limits = (...names: string[]) => string[];

function limitsOf(schema: ValidatedSchema): Limits {
  const read: ReadonlyMap<string, number> = readLimits(schema);
  return (...names) =>
    names.flatMap((name) => {
      const value = read.get(name);
      return value === undefined ? [] : [call(name, json(value))];
    });
}

const typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** `type`, `enum` and `const`. */
function types(schema: ValidatedSchema, addsNull: boolean): string[] {
  const named = [schema.type ?? []].flat().filter((name) => typeNames.includes(name));
  const allowed = [
    ...(schema.enum ? [schema.enum] : []),
    ...(schema.const === undefined ? [] : [[schema.const]]),
  ];
  // A type that each of the values has says nothing more.
  const isSaid = allowed.some((values) =>
    values.every((value) => named.some((name) => isOfType(value, name))),
  );
  const names = [...new Set([...named, ...(addsNull ? ["null"] : [])])];
  const isFile =
    names.length === 1 &&
    schema.type === "string" &&
    (schema.format === "binary" || (schema.contentMediaType && !schema.contentEncoding));
  const type = isFile ? constant("binary") : call("type", ...names.map(json));
  return [
    ...(names.length === 0 || isSaid ? [] : [type]),
    ...allowed.map((values) => {
      const isScalar = values.every((value) => typeof value !== "object" || value === null);
      return call(isScalar ? "values" : "anyValues", ...values.map(json));
    }),
  ];
}

function isOfType(value: unknown, name: string): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (value === null) return name === "null";
  return Array.isArray(value) ? name === "array" : typeof value === name;
}

function patterns({ pattern }: ValidatedSchema): string[] {
  const flags = patternFlags(pattern);
  if (flags === undefined) return [];
  return [call("pattern", json(pattern), ...(flags === "u" ? [] : [json(flags)]))];
}

type InPlace = (child: Schema | undefined) => string;

function objects(
  schema: ValidatedSchema,
  writer: Writer,
  around: readonly ValidatedSchema[],
  inPlace: InPlace,
  limit: Limits,
): string[] {
  const { properties, additionalProperties, propertyNames, dependentRequired, dependentSchemas } = schema;
  const checks = (map: Readonly<Record<string, Schema>>, child: InPlace) =>
    record(Object.entries(map).map(([name, value]) => [name, child(value)]));
  const part: InPlace = (child) => schemaExpression(child, writer);
  const patterned = Object.entries(schema.patternProperties ?? {}).filter(
    ([source]) => patternFlags(source) === "u",
  );

  const named = [
    ...(properties && Object.keys(properties).length > 0
      ? [call("properties", checks(properties, part))]
      : []),
    ...(patterned.length > 0 ? [call("patternProperties", checks(Object.fromEntries(patterned), part))] : []),
  ];
  // A pattern that nobody can read may be about any property.
  const isReadable = patterned.length === Object.keys(schema.patternProperties ?? {}).length;
  const limitsOthers =
    additionalProperties !== undefined &&
    isReadable &&
    (writer.tracksEvaluated || !isTrue(additionalProperties));

  return [
    ...splitRequired(schema, writer, around).map(([name, names]) => call(name, ...names.map(json))),
    ...(limitsOthers ? [call("additionalProperties", part(additionalProperties), ...named)] : named),
    ...(propertyNames === undefined ? [] : [call("propertyNames", part(propertyNames))]),
    ...limit("minProperties", "maxProperties"),
    ...(dependentRequired ? [call("dependentRequired", json(dependentRequired))] : []),
    ...(dependentSchemas ? [call("dependentSchemas", checks(dependentSchemas, inPlace))] : []),
  ];
}

function arrays(schema: ValidatedSchema, writer: Writer, limit: Limits): string[] {
  const { items, prefixItems = [], contains, uniqueItems } = schema;
  const part: InPlace = (child) => schemaExpression(child, writer);
  const after = prefixItems.length > 0 ? [json(prefixItems.length)] : [];
  const bounds = readLimits(schema);
  const least = bounds.get("minContains") ?? 1;
  const most = bounds.get("maxContains");
  const counts = most !== undefined ? [least, most] : least === 1 ? [] : [least];
  return [
    ...(prefixItems.length > 0 ? [call("prefixItems", ...prefixItems.map(part))] : []),
    ...(items === undefined || (isTrue(items) && !writer.tracksEvaluated)
      ? []
      : [call("items", part(items), ...after)]),
    ...(contains === undefined ? [] : [call("contains", part(contains), ...counts.map(json))]),
    ...limit("minItems", "maxItems"),
    ...(uniqueItems === true ? [call("uniqueItems")] : []),
  ];
}

function composition(schema: ValidatedSchema, writer: Writer, inPlace: InPlace): string[] {
  const { allOf = [], not } = schema;
  const condition = schema.if;
  const hasBranches = schema.then !== undefined || schema.else !== undefined || writer.tracksEvaluated;
  return [
    ...allOf.map(inPlace),
    ...alternatives(schema, writer, inPlace),
    ...(not === undefined ? [] : [call("not", inPlace(not))]),
    ...(condition === undefined || !hasBranches
      ? []
      : [call("ifThenElse", inPlace(condition), inPlace(schema.then), inPlace(schema.else))]),
  ];
}

/** What they are about hangs on all else that the schema says. */
function unevaluated(schema: ValidatedSchema, checks: readonly string[], writer: Writer): string[] {
  const { unevaluatedItems, unevaluatedProperties } = schema;
  let said = [...checks];
  if (unevaluatedItems !== undefined) {
    said = [call("unevaluatedItems", schemaExpression(unevaluatedItems, writer), ...said)];
  }
  if (unevaluatedProperties !== undefined) {
    said = [call("unevaluatedProperties", schemaExpression(unevaluatedProperties, writer), ...said)];
  }
  return said;
}

function isTrue(schema: Schema): boolean {
  return schema === true || (typeof schema === "object" && Object.keys(schema).length === 0);
}
