import { type Description, isObject, type JsonObject } from "../../description.ts";
import { listAt, textAt } from "../read.ts";
import { type ReadSchema, readSchema, types } from "./read-schema.ts";

/**
 * The type of a schema's values in words, such as `string or null` and `array of object`.
 *
 * @param seen references that are being put into words already.
 */
export function typeWords(root: Description, read: ReadSchema, seen: readonly string[] = []): string {
  if (read.references.some((reference) => seen.includes(reference))) return read.component ?? "any";
  const inside = [...seen, ...read.references];
  const words = [...new Set(namesOf(root, read.schema, inside))];
  if (words.includes("any")) return "any";
  if (read.nullable && !words.includes("null")) words.push("null");
  return words.length < 2 ? (words[0] ?? "any") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Whether a schema says nothing but its type, so that words are enough for it. */
export function isTypeAlone(read: ReadSchema): boolean {
  return (
    types(read.schema).length > 0 &&
    Object.keys(read.schema).every((name) => name === "type" || name === "format" || name === "nullable")
  );
}

function namesOf(root: Description, schema: JsonObject, seen: readonly string[]): string[] {
  const format = textAt(schema, "format");
  const named = types(schema).filter((type) => type !== "null");
  if (types(schema).length > 0) {
    return named.map((type) => {
      if (type === "array") return arrayWords(root, schema, seen);
      return format !== undefined && type !== "object" ? `${type} <${format}>` : type;
    });
  }
  for (const [keyword, type] of impliedTypes) {
    if (Object.hasOwn(schema, keyword)) return [type === "array" ? arrayWords(root, schema, seen) : type];
  }
  const values = Object.hasOwn(schema, "const") ? [schema["const"]] : listAt(schema, "enum");
  if (values.length > 0) return values.map(typeOfValue);
  for (const keyword of ["oneOf", "anyOf"]) {
    const options = listAt(schema, keyword).map((option) => readSchema(root, option));
    if (options.length === 0) continue;
    return options.every(isTypeAlone)
      ? options.map((option) => typeWords(root, option, seen))
      : [keyword === "oneOf" ? "one of the following" : "any of the following"];
  }
  for (const part of listAt(schema, "allOf")) {
    const words = typeWords(root, readSchema(root, part), seen);
    if (words !== "any") return [words];
  }
  const not = schema["not"];
  return [isObject(not) && Object.keys(not).length === 0 ? "nothing" : "any"];
}

/** Keywords that are about values of one type; descriptions often leave the type out beside them. */
const impliedTypes = [
  ["properties", "object"],
  ["additionalProperties", "object"],
  ["patternProperties", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
] as const;

function arrayWords(root: Description, schema: JsonObject, seen: readonly string[]): string {
  if (schema["items"] === undefined) return "array";
  const items = typeWords(root, readSchema(root, schema["items"]), seen);
  return items === "any" ? "array" : `array of ${items.includes(" or ") ? `(${items})` : items}`;
}

function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "bigint" ? "integer" : typeof value;
}
