import { isObject, type JsonObject, listOrEmpty } from "../json.ts";
import type { Notice } from "../notice.ts";
import { under } from "../path-item-object.ts";
import { isReference } from "../reference-object.ts";
import type { Schema, SchemaObject, TypeName } from "../schema-object.ts";
import { normalizeDiscriminator } from "./discriminator.ts";
import { holding, isAssertion, limitKeywords } from "./keywords.ts";
import { patternFlags } from "./patterns.ts";
import { isWrittenFile, placeBelow } from "./place.ts";
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
  const inlined = context.references.inlined($ref, place);
  const target: Schema = inlined
    ? normalizeSchema(inlined.schema, inlined.pointer, place, context)
    : { $ref: context.references.normalize($ref) };
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
  const { notices } = context;
  const read: [keyword: string, value: unknown][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = under(pointer, keyword);
    const kept = (value: unknown) => read.push([keyword, value]);
    switch (holding.get(keyword)) {
      case "one":
        kept(normalizeSchema(value, at, placeBelow(keyword, place), context));
        continue;
      case "list":
        if (!Array.isArray(value)) continue;
        kept(
          value.map((child, index) =>
            normalizeSchema(child, under(at, index), placeBelow(keyword, place), context),
          ),
        );
        continue;
      case "map":
        if (!isObject(value)) continue;
        kept(
          Object.fromEntries(
            Object.entries(value).map(([name, child]) => [
              name,
              normalizeSchema(child, under(at, name), placeBelow(keyword, place), context),
            ]),
          ),
        );
        if (keyword === "patternProperties") noticeOfPatterns(Object.keys(value), at, notices);
        continue;
    }
    if (limitKeywords.has(keyword)) {
      if (isLimit(keyword, value)) kept(value);
      else if (typeof value !== "boolean") {
        notices.push({ message: `\`${keyword}\` is no usable number; it is not checked.`, pointer: at });
      }
      continue;
    }
    switch (keyword) {
      // What is referred to in them is a component by now.
      case "$defs":
      case "definitions":
      case "nullable":
        continue;
      case "$dynamicRef":
      case "$recursiveRef":
        notices.push({
          message: `\`${keyword}\` is not followed: what it says of a value is not checked. Use \`$ref\`.`,
          pointer: at,
        });
        continue;
      case "type": {
        const types = [value].flat().filter(isTypeName);
        if (types.length > 0) kept(typeof value === "string" ? value : types);
        continue;
      }
      case "enum":
      case "required":
        if (Array.isArray(value)) kept(keyword === "enum" ? value : [...new Set(value.map(String))]);
        continue;
      case "pattern":
        if (typeof value !== "string") continue;
        kept(value);
        if (patternFlags(value) === undefined) {
          notices.push({
            message: `The pattern \`${value}\` is none of JavaScript; it is not checked.`,
            pointer: at,
          });
        }
        continue;
      case "discriminator": {
        const discriminator = normalizeDiscriminator(schema, at, context);
        if (discriminator) kept(discriminator);
        continue;
      }
      case "examples":
        kept(listOrEmpty(value));
        continue;
      default:
        kept(value);
    }
  }
  // Each keyword has been given the shape that its type says.
  return Object.fromEntries(read) as SchemaObject;
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
  let { minimum, maximum, ...rest } = read;
  if (written["exclusiveMinimum"] === true && minimum !== undefined) {
    rest = { ...rest, exclusiveMinimum: minimum };
    minimum = undefined;
  }
  if (written["exclusiveMaximum"] === true && maximum !== undefined) {
    rest = { ...rest, exclusiveMaximum: maximum };
    maximum = undefined;
  }
  if (minimum === read.minimum && maximum === read.maximum) return read;
  return { ...rest, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

function withFile(written: JsonObject, read: SchemaObject, place: SchemaPlace): SchemaObject {
  const hasBytes = place === "bytes" || place === "part";
  if (hasBytes && isWrittenFile(written)) return { ...read, format: "binary" };
  if (read.format !== "binary") return read;
  const { format: _, ...text } = read;
  return text;
}

/** `nullable` is of OpenAPI 3.0 (§ 4.7.24); descriptions of 3.1 have it too, and mean the same. */
function withNull(written: JsonObject, read: SchemaObject): Schema {
  const keywords = Object.keys(read);
  if (written["nullable"] !== true || !keywords.some(isAssertion)) return read;
  const isComposed = keywords.some((keyword) => /^(allOf|anyOf|oneOf|not|if|then|else)$/.test(keyword));
  const { type, enum: values, const: value, ...rest } = read;
  if (isComposed || (type === undefined && values === undefined && value === undefined)) {
    // What it says of itself stays at its head, and what it says of a value becomes one of two alternatives.
    const isAbout = (keyword: string) => !isAssertion(keyword) && keyword !== "discriminator";
    const entries = Object.entries(read);
    const about = entries.filter(([keyword]) => isAbout(keyword));
    const said = entries.filter(([keyword]) => !isAbout(keyword));
    return { ...Object.fromEntries(about), anyOf: [Object.fromEntries(said), { type: "null" }] };
  }
  // Whoever writes `nullable` beside an `enum` without null means that null is allowed.
  const allowed = values ?? (value === undefined ? undefined : [value]);
  return {
    ...rest,
    ...(type !== undefined && { type: [...new Set([type, "null" as const].flat())] }),
    ...(allowed && { enum: [...new Set([...allowed, null])] }),
  };
}

function isLimit(keyword: string, value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && (keyword !== "multipleOf" || value > 0);
}

const typeNames: readonly string[] = [
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
] satisfies TypeName[];

function isTypeName(name: unknown): name is TypeName {
  return typeof name === "string" && typeNames.includes(name);
}
