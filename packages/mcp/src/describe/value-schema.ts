import {
  allParts,
  type Direction,
  deref,
  isFile,
  patternFlags,
  type Schema,
  type SchemaObject,
  type Schemas,
  type TypeName,
  typesOf,
} from "@visitors-api/openapi";
import type { ToolSchema } from "../api.ts";
import { shortened } from "../shortened.ts";
import { choiceWords } from "./choice-words.ts";
import { type MergedObject, mergedObject } from "./merged-object.ts";
import { isUsableName } from "./tool-names.ts";

export interface SchemaContext {
  readonly schemas: Schemas;
  /** Which way the value goes. What is answered has types and words alone: it is not for the reader of it to check. */
  readonly direction: Direction;
  /** How deep objects and lists are told of; what is deeper is only said to be one. */
  readonly depth: number;
  /** How long a description may be, in characters; 0 is without. */
  readonly words: number;
  /** A description's Markdown as plain text. */
  readonly plainText: (markdown: string) => string;
  /** How many schemas may be written yet, which they share. */
  readonly left: { count: number };
}

/** What a client is told of a value of a request; the limits of JSON Schema, passed on as they are. */
const limits = [
  ...[
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
  ],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "default"],
] as const satisfies readonly (keyof SchemaObject)[];

/** Vendors refuse longer lists of values; the validator knows them all. */
const mostValues = 250;

/**
 * The schema of a value without any reference in it, since not every client follows one: what it refers to stands in its place, as deep
 * as the context says.
 */
export function valueSchema(schema: Schema | undefined, context: SchemaContext): ToolSchema {
  const { schemas, direction, words, left } = context;
  left.count -= 1;
  const parts = allParts(schema, schemas);
  if (parts.length === 0 || left.count < 0) return {};
  if (isFile(deref(schema ?? true, schemas)))
    return { type: "string", contentEncoding: "base64", ...described(parts, context) };

  const types = [...typesOf(schema, schemas)];
  const has = (kind: TypeName, keyword: "properties" | "items"): boolean =>
    types.includes(kind) || (types.length === 0 && parts.some((part) => part[keyword] !== undefined));
  const facts: Record<string, unknown> = { ...described(parts, context) };
  if (direction === "request") Object.assign(facts, restrictions(parts), words > 0 && exampleOf(parts));
  const alternatives = direction === "request" ? alternativesOf(parts) : undefined;
  // Alternatives that are no objects alone, each as it is. Those of objects are told as one object in an answer.
  if (alternatives !== undefined) {
    if (context.depth <= 0) return { ...typed(types, direction), ...facts };
    return {
      ...facts,
      anyOf: alternatives.map((one) => valueSchema(one, { ...context, depth: context.depth - 1 })),
    };
  }
  const object = has("object", "properties") ? mergedObject(schema, schemas, direction) : undefined;
  const choices =
    direction === "request" && words > 0 ? choiceWords(object?.choices ?? [], (name) => name) : [];
  return {
    ...typed(types, direction),
    ...facts,
    ...(choices.length > 0 && { description: [facts["description"] ?? "", ...choices].join(" ").trim() }),
    ...(object && objectSchema(parts, object, context)),
    ...(has("array", "items") && itemsSchema(parts, context)),
  };
}

function typed(types: readonly TypeName[], direction: Direction): ToolSchema {
  const [only, ...more] = types;
  if (only === undefined) return {};
  // Some vendors refuse a list that says nothing of its items.
  const items = direction === "request" && types.includes("array") && { items: {} };
  return { type: more.length === 0 ? only : types, ...items };
}

/** Where there are several, and they say more than which types there are. */
function alternativesOf(parts: readonly SchemaObject[]): readonly Schema[] | undefined {
  for (const { anyOf, oneOf, properties } of parts) {
    const alternatives = anyOf ?? oneOf ?? [];
    const telling = alternatives.filter((one) => !isTypeAlone(one));
    if (properties === undefined && alternatives.length > 1 && telling.length > 0) return alternatives;
  }
  return undefined;
}

function isTypeAlone(schema: Schema): boolean {
  return (
    typeof schema === "object" &&
    Object.keys(schema).every((keyword) => /^(type|title|description)$/.test(keyword))
  );
}

function described(parts: readonly SchemaObject[], { words, plainText }: SchemaContext): ToolSchema {
  if (words <= 0) return {};
  const markdown = parts.map(({ description }) => description ?? "").find((text) => text !== "");
  const text = markdown === undefined ? "" : shortened(plainText(markdown), words);
  return text === "" ? {} : { description: text };
}

function restrictions(parts: readonly SchemaObject[]): ToolSchema {
  const found: Record<string, unknown> = {};
  for (const part of [...parts].reverse()) {
    for (const limit of limits) if (part[limit] !== undefined) found[limit] = part[limit];
    // Clients read it as JSON Schema Core § 6.4 asks, with Unicode, and refuse the whole tool for one that they cannot.
    if (part.pattern !== undefined && patternFlags(part.pattern) === "u") found["pattern"] = part.pattern;
    if (part.enum !== undefined && part.enum.length <= mostValues) found["enum"] = part.enum;
    if (part.const !== undefined) found["enum"] = [part.const];
    if (part.deprecated) found["deprecated"] = true;
  }
  return found;
}

/** One that is short is worth more than its description. */
function exampleOf(parts: readonly SchemaObject[]): ToolSchema {
  for (const { example, examples } of parts) {
    const value = example ?? examples?.[0];
    if (value !== undefined && typeof value !== "object" && String(value).length <= 80)
      return { examples: [value] };
  }
  return {};
}

function objectSchema(
  parts: readonly SchemaObject[],
  { properties, required }: MergedObject,
  context: SchemaContext,
): ToolSchema {
  if (context.depth <= 0) return {};
  const inner = { ...context, depth: context.depth - 1 };
  const more = parts.map(({ additionalProperties }) => additionalProperties).find((one) => one !== undefined);
  const isRequest = context.direction === "request";
  // One of another name cannot be told of; it can be given all the same.
  const told = [...properties].filter(([name]) => !isRequest || isUsableName(name));
  const requiredNames = isRequest ? told.map(([name]) => name).filter((name) => required.has(name)) : [];
  return {
    ...(told.length > 0 && {
      properties: Object.fromEntries(told.map(([name, declared]) => [name, propertySchema(declared, inner)])),
    }),
    ...(requiredNames.length > 0 && { required: requiredNames }),
    ...(typeof more === "object" && { additionalProperties: valueSchema(more, inner) }),
    ...(isRequest &&
      more === false &&
      told.length === properties.size &&
      told.length > 0 && { additionalProperties: false as const }),
  };
}

/** What is said of a property in several places: what all of them say, or one of the things that they do. */
export function propertySchema(declared: readonly Schema[], context: SchemaContext): ToolSchema {
  const different = new Map<string, ToolSchema>();
  for (const schema of declared) {
    const written = valueSchema(schema, context);
    const { description: _, examples: __, ...meaning } = written;
    const key = JSON.stringify(meaning);
    if (!different.has(key)) different.set(key, written);
  }
  const [first = {}, ...others] = different.values();
  if (others.length === 0) return first;
  const all = [first, ...others];
  const { description } = first;
  const values = all.flatMap((one) => one.enum ?? []);
  if (all.every((one) => one.enum !== undefined && one.properties === undefined)) {
    return { ...first, enum: [...new Set(values)] };
  }
  if (context.direction === "response") return description === undefined ? {} : { description };
  return {
    ...(description !== undefined && { description }),
    anyOf: all.flatMap((one) => one.anyOf ?? [one]),
  };
}

function itemsSchema(parts: readonly SchemaObject[], context: SchemaContext): ToolSchema {
  const items = parts.map((part) => part.items).find((one) => one !== undefined);
  if (context.depth <= 0 || items === undefined) return {};
  return { items: valueSchema(items, { ...context, depth: context.depth - 1 }) };
}
