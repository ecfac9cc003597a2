import { allowsAnything, type Schemas } from "@visitors-api/openapi";
import { readShape, type Shape, typesOf } from "./shape.ts";

/**
 * The type of a schema's values in words, such as `string (uri)` and `array of objects`. Whether it may be null stands
 * elsewhere.
 *
 * @param inside components that are being put into words already.
 */
export function typeWords(schemas: Schemas, shape: Shape, inside: readonly string[] = []): string {
  const words = [...new Set(namesOf(schemas, shape, [...inside, ...shape.components]))];
  if (words.length === 0 || words.includes("any")) return "any type";
  return joined(words);
}

/** `a, b or c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Whether a schema says nothing but its type, so that words are enough for it. */
export function isTypeAlone({ schema, properties }: Shape): boolean {
  const isPlain = Object.keys(schema).every((name) =>
    ["type", "format", "description", "title"].includes(name),
  );
  return isPlain && schema.type !== undefined && properties.size === 0;
}

function namesOf(schemas: Schemas, shape: Shape, inside: readonly string[]): string[] {
  const { schema, properties, nullable } = shape;
  const { format } = schema;
  const types = typesOf(schema);
  const named = types.filter((type) => type !== "null");
  if (types.length > 0 && named.length === 0) return ["null"];
  if (named.length > 0) {
    return named.map((type) => {
      if (type === "array") return arrayWords(schemas, shape, inside);
      return format !== undefined && type !== "object" ? `${type} (${format})` : type;
    });
  }
  if (
    properties.size > 0 ||
    schema.additionalProperties !== undefined ||
    schema.patternProperties !== undefined
  ) {
    return ["object"];
  }
  if (schema.items !== undefined || schema.prefixItems !== undefined)
    return [arrayWords(schemas, shape, inside)];
  const values = Object.hasOwn(schema, "const") ? [schema.const] : (schema.enum ?? []);
  if (values.length > 0) return values.filter((value) => value !== null || !nullable).map(typeOfValue);
  for (const options of [schema.oneOf, schema.anyOf]) {
    if (options === undefined || options.length === 0) continue;
    // A component that is part of itself would be put into words without an end.
    const read = options.map((option) => readShape(schemas, option, inside));
    return read.flatMap((option) => namesOf(schemas, option, [...inside, ...option.components]));
  }
  const { not } = schema;
  return [not !== undefined && allowsAnything(not) ? "nothing" : "any"];
}

function arrayWords(schemas: Schemas, { schema }: Shape, inside: readonly string[]): string {
  if (schema.items === undefined) return "array";
  const items = readShape(schemas, schema.items, inside);
  const words = [...new Set(namesOf(schemas, items, [...inside, ...items.components]))];
  if (words.includes("any") || words.length === 0) return "array";
  const plural = words.map((word) => word.replace(/^\w+/, (noun) => `${noun}s`));
  return `array of ${joined(items.nullable ? [...plural, "nulls"] : plural)}`;
}

function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "bigint") return "integer";
  return typeof value;
}
