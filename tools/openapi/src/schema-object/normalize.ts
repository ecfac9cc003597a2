import { isObject, type JsonObject } from "../json.ts";
import type { Notice } from "../notice.ts";
import { isReference, under } from "../reference-object.ts";
import type { Schema, SchemaObject } from "../schema-object.ts";
import { normalizeDiscriminator } from "./discriminator.ts";
import { isFile } from "./file.ts";
import { holding, isAssertion } from "./keywords.ts";
import { patternFlags } from "./patterns.ts";
import { isWrittenFile, placeBelow } from "./place.ts";
import { readKeyword } from "./read-keyword.ts";
import type { SchemaReferences } from "./references.ts";

/**
 * Where a schema stands, for that decides what `format: binary` is: bytes in a body that is nothing else and in a part of a
 * multipart body, and a string in JSON, which cannot hold bytes (OpenAPI 3.1 § 4.8.14.2 and § 4.8.24.2).
 */
export type SchemaPlace = "json" | "bytes" | "multipart" | "part";

export interface NormalizeContext {
  readonly isOpenApi30: boolean;
  readonly references: SchemaReferences;
  readonly notices: Notice[];
}

/**
 * Brings a schema to the one dialect. Nothing is lost on the way but what says nothing that could be checked, which a notice
 * tells of.
 *
 * @param pointer Where it is written.
 */
export function normalizeSchema(
  schema: unknown,
  pointer: string,
  place: SchemaPlace,
  context: NormalizeContext,
): Schema {
  if (!isObject(schema)) return schema !== false;
  if (isReference(schema)) return normalizeReference(schema, pointer, place, context);
  const read = normalizeKeywords(schema, pointer, place, context);
  return withNull(schema, withFile(schema, withLimits(schema, read), place));
}

/**
 * OpenAPI 3.0 § 4.7.23.2: what stands beside a reference is ignored. In 3.1 it counts like any other keyword (JSON Schema Core
 * § 8.2.3.1), and is said here as what it means: both.
 */
function normalizeReference(
  schema: JsonObject & { readonly $ref: string },
  pointer: string,
  place: SchemaPlace,
  context: NormalizeContext,
): Schema {
  const { $ref, ...beside } = schema;
  const { references } = context;
  const target: Schema = references.inline($ref, place, (schema) =>
    normalizeSchema(schema, $ref, place, context),
  ) ?? { $ref: references.normalize($ref) };
  if (context.isOpenApi30 || Object.keys(beside).length === 0) return target;
  const own = normalizeSchema(beside, pointer, place, context);
  if (typeof own !== "object") return target;
  const isAnnotated = !Object.keys(own).some(isAssertion);
  if (isAnnotated && typeof target === "object") return { ...target, ...own };
  return { ...own, allOf: [target, ...(own.allOf ?? [])] };
}

function normalizeKeywords(
  schema: JsonObject,
  pointer: string,
  place: SchemaPlace,
  context: NormalizeContext,
): SchemaObject {
  const read = Object.entries(schema).flatMap(([keyword, value]) => {
    const at = under(pointer, keyword);
    const normalized =
      keyword === "discriminator"
        ? normalizeDiscriminator(schema, at, context)
        : normalizeKeyword(keyword, value, at, place, context);
    return normalized === undefined ? [] : [[keyword, normalized]];
  });
  // Each keyword has been given the shape that its type says.
  return Object.fromEntries(read) as SchemaObject;
}

function normalizeKeyword(
  keyword: string,
  value: unknown,
  pointer: string,
  place: SchemaPlace,
  context: NormalizeContext,
): unknown {
  const child = (schema: unknown, at: string) =>
    normalizeSchema(schema, at, placeBelow(keyword, place), context);
  switch (holding.get(keyword)) {
    case "one":
      return child(value, pointer);
    case "list":
      if (!Array.isArray(value)) return undefined;
      return value.map((schema, index) => child(schema, under(pointer, index)));
    case "map": {
      if (!isObject(value)) return undefined;
      if (keyword === "patternProperties") noticeOfPatterns(Object.keys(value), pointer, context.notices);
      const entries = Object.entries(value);
      return Object.fromEntries(entries.map(([name, schema]) => [name, child(schema, under(pointer, name))]));
    }
    default:
      return readKeyword(keyword, value, pointer, context.notices);
  }
}

/** A pattern of properties is read with Unicode only, for what it leaves over is what `additionalProperties` is about. */
function noticeOfPatterns(patterns: readonly string[], pointer: string, notices: Notice[]): void {
  for (const pattern of patterns) {
    if (patternFlags(pattern) === "u") continue;
    notices.push({
      message:
        `The pattern \`${pattern}\` of properties is none of JavaScript; it is not checked, nor are the properties that ` +
        "no other keyword is about.",
      pointer: under(pointer, pattern),
    });
  }
}

/** OpenAPI 3.0 § 4.7.24: there, `exclusiveMinimum: true` makes an exclusive limit of `minimum`. */
function withLimits(written: JsonObject, read: SchemaObject): SchemaObject {
  if (written["exclusiveMinimum"] !== true && written["exclusiveMaximum"] !== true) return read;
  let { minimum, maximum, ...rest } = read;
  if (written["exclusiveMinimum"] === true && minimum !== undefined) {
    rest = { ...rest, exclusiveMinimum: minimum };
    minimum = undefined;
  }
  if (written["exclusiveMaximum"] === true && maximum !== undefined) {
    rest = { ...rest, exclusiveMaximum: maximum };
    maximum = undefined;
  }
  return { ...rest, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

function withFile(written: JsonObject, read: SchemaObject, place: SchemaPlace): SchemaObject {
  const hasBytes = place === "bytes" || place === "part";
  if (hasBytes && isWrittenFile(written)) {
    const file = { ...read, type: "string", format: "binary" } as const;
    return [read.type].flat().includes("null") ? orNull(file) : file;
  }
  if (read.format !== "binary") return read;
  const { format: _, ...text } = read;
  return text;
}

/** `nullable` is of OpenAPI 3.0 (§ 4.7.24); descriptions of 3.1 have it too, and mean the same. */
function withNull(written: JsonObject, read: SchemaObject): SchemaObject {
  const keywords = Object.keys(read);
  if (written["nullable"] !== true || !keywords.some(isAssertion)) return read;
  const isComposed = keywords.some((keyword) => /^(allOf|anyOf|oneOf|not|if|then|else)$/.test(keyword));
  const { type, enum: values, const: value, ...rest } = read;
  const isOfOneType = type !== undefined || values !== undefined || value !== undefined;
  if (isComposed || !isOfOneType || isFile(read)) return orNull(read);
  // Whoever writes `nullable` beside an `enum` without null means that null is allowed.
  const allowed = values ?? (value === undefined ? undefined : [value]);
  return {
    ...rest,
    ...(type !== undefined && { type: [...new Set([type, "null" as const].flat())] }),
    ...(allowed && { enum: [...new Set([...allowed, null])] }),
  };
}

/** What a schema says of itself stays at its head, and what it says of a value becomes one of two alternatives. */
function orNull(schema: SchemaObject): SchemaObject {
  const isOfValue = (keyword: string) =>
    isAssertion(keyword) || /^(discriminator|format|contentMediaType|contentEncoding)$/.test(keyword);
  const entries = Object.entries(schema);
  const about = entries.filter(([keyword]) => !isOfValue(keyword));
  const said = entries.filter(([keyword]) => isOfValue(keyword));
  return { ...Object.fromEntries(about), anyOf: [Object.fromEntries(said), { type: "null" }] };
}
