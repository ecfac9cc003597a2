import { schemaName } from "../reference-object.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";
import { alternativeChecks } from "./alternative-checks.ts";
import { type Argument, type Check, call, constant, isPresent } from "./check.ts";
import { isFile } from "./file.ts";
import { limitKeywords } from "./keywords.ts";
import { patternFlags } from "./patterns.ts";
import { requiredChecks } from "./required-checks.ts";
import { isOfType } from "./types.ts";

/** What the checks of a description's schemas are made with. */
export interface CheckContext {
  readonly schemas: Schemas;
  /** Some schema asks which properties or items all the others speak of, so that none of them is left out. */
  readonly tracksEvaluated: boolean;
}

/**
 * What a schema says of a value, as calls of the checks that `@visitors-api/client/validation` has, one for each of its
 * keywords: data, which the generator prints and the sandbox calls.
 *
 * @param around The schemas that this one stands within and that are about the same value, the nearest last.
 */
export function checkOf(
  schema: Schema | undefined,
  context: CheckContext,
  around: readonly SchemaObject[] = [],
): Check {
  if (schema === undefined || schema === true) return constant("anything");
  if (schema === false) return constant("nothing");
  const inPlace = (child: Schema) => checkOf(child, context, [...around, schema]);
  const part = (child: Schema) => checkOf(child, context);
  const checks = [
    ...typeChecks(schema),
    ...limits(schema, "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"),
    ...limits(schema, "minLength", "maxLength"),
    ...patternChecks(schema),
    ...requiredChecks(schema, context, around),
    ...objectChecks(schema, context, part, inPlace),
    ...arrayChecks(schema, context, part),
    ...referenceChecks(schema),
    ...(schema.allOf ?? []).map(inPlace),
    ...alternativeChecks(schema, context, inPlace),
    ...(schema.not === undefined ? [] : [call("not", inPlace(schema.not))]),
    ...conditionChecks(schema, context, inPlace),
  ];
  return all(unevaluatedChecks(schema, checks, part));
}

/** One check that is all of them. */
export function all(checks: readonly Check[]): Check {
  const [first = constant("anything"), ...rest] = checks;
  return rest.length === 0 ? first : call("all", ...checks);
}

function referenceChecks({ $ref }: SchemaObject): Check[] {
  const name = $ref === undefined ? undefined : schemaName($ref);
  return name === undefined ? [] : [call("ref", { schema: name })];
}

/** `type`, `enum` and `const`. A type that each of the values has says nothing more. */
function typeChecks(schema: SchemaObject): Check[] {
  const names = schema.type === undefined ? [] : [...new Set([schema.type].flat())];
  const allowed = [
    ...(schema.enum ? [schema.enum] : []),
    ...(schema.const === undefined ? [] : [[schema.const]]),
  ];
  const isSaid = allowed.some((values) =>
    values.every((value) => names.some((name) => isOfType(value, name))),
  );
  const type = isFile(schema) ? constant("binary") : call("type", ...names.map(json));
  return [...(names.length === 0 || isSaid ? [] : [type]), ...allowed.map(valuesCheck)];
}

/** More than these are no arguments of a call: engines allow some 65,000, and readers of generated code fewer. */
const mostArguments = 1000;

function valuesCheck(values: readonly unknown[]): Check {
  const isScalar = values.every((value) => typeof value !== "object" || value === null);
  if (isScalar && values.length > mostArguments) return call("listed", json(values));
  return { check: isScalar ? "values" : "anyValues", values: values.map(json) };
}

function patternChecks({ pattern }: SchemaObject): Check[] {
  const flags = pattern === undefined ? undefined : patternFlags(pattern);
  if (flags === undefined) return [];
  return [call("pattern", json(pattern), ...(flags === "u" ? [] : [json(flags)]))];
}

type ChildCheck = (child: Schema) => Check;

function objectChecks(
  schema: SchemaObject,
  { tracksEvaluated }: CheckContext,
  part: ChildCheck,
  inPlace: ChildCheck,
): Check[] {
  const { properties = {}, patternProperties = {}, additionalProperties, propertyNames } = schema;
  const patterns = Object.entries(patternProperties);
  const readable = patterns.filter(([pattern]) => patternFlags(pattern) === "u");
  const named = [
    ...mapCheck("properties", Object.entries(properties), part),
    ...mapCheck("patternProperties", readable, part),
  ];
  // A pattern that nobody can read may be about any property.
  const limitsOthers =
    additionalProperties !== undefined &&
    readable.length === patterns.length &&
    (tracksEvaluated || !allowsAnything(additionalProperties));
  return [
    ...(limitsOthers ? [call("additionalProperties", part(additionalProperties), ...named)] : named),
    ...(propertyNames === undefined ? [] : [call("propertyNames", part(propertyNames))]),
    ...limits(schema, "minProperties", "maxProperties"),
    ...(isPresent(schema.dependentRequired)
      ? [call("dependentRequired", json(schema.dependentRequired))]
      : []),
    ...mapCheck("dependentSchemas", Object.entries(schema.dependentSchemas ?? {}), inPlace),
  ];
}

function mapCheck(name: string, entries: readonly (readonly [string, Schema])[], child: ChildCheck): Check[] {
  if (entries.length === 0) return [];
  return [call(name, { checks: entries.map(([key, schema]) => [key, child(schema)] as const) })];
}

function arrayChecks(schema: SchemaObject, { tracksEvaluated }: CheckContext, part: ChildCheck): Check[] {
  const { items, prefixItems = [], contains, minContains = 1, maxContains, uniqueItems } = schema;
  const after = prefixItems.length > 0 ? [json(prefixItems.length)] : [];
  const counts =
    maxContains !== undefined ? [minContains, maxContains] : minContains === 1 ? [] : [minContains];
  return [
    ...(prefixItems.length > 0 ? [call("prefixItems", ...prefixItems.map(part))] : []),
    ...(items === undefined || (allowsAnything(items) && !tracksEvaluated)
      ? []
      : [call("items", part(items), ...after)]),
    ...(contains === undefined ? [] : [call("contains", part(contains), ...counts.map(json))]),
    ...limits(schema, "minItems", "maxItems"),
    ...(uniqueItems === true ? [call("uniqueItems")] : []),
  ];
}

function conditionChecks(
  schema: SchemaObject,
  { tracksEvaluated }: CheckContext,
  inPlace: ChildCheck,
): Check[] {
  const { if: condition, then = true, else: otherwise = true } = schema;
  const hasBranches = schema.then !== undefined || schema.else !== undefined || tracksEvaluated;
  if (condition === undefined || !hasBranches) return [];
  return [call("ifThenElse", inPlace(condition), inPlace(then), inPlace(otherwise))];
}

/** What they are about hangs on all else that the schema says. */
function unevaluatedChecks(
  schema: SchemaObject,
  checks: readonly Check[],
  part: ChildCheck,
): readonly Check[] {
  const { unevaluatedItems, unevaluatedProperties } = schema;
  let said = checks;
  if (unevaluatedItems !== undefined) said = [call("unevaluatedItems", part(unevaluatedItems), ...said)];
  if (unevaluatedProperties !== undefined) {
    said = [call("unevaluatedProperties", part(unevaluatedProperties), ...said)];
  }
  return said;
}

/** The keywords that limit something to a number, in the order of their names here. */
function limits(schema: SchemaObject, ...keywords: readonly (keyof SchemaObject)[]): Check[] {
  return keywords.flatMap((keyword) => {
    const limit = schema[keyword];
    return limit !== undefined && limitKeywords.has(keyword) ? [call(keyword, json(limit))] : [];
  });
}

function json(value: unknown): Argument {
  return { value };
}

/** Whether a schema says nothing of a value. */
export function allowsAnything(schema: Schema): boolean {
  return schema === true || (typeof schema === "object" && Object.keys(schema).length === 0);
}
