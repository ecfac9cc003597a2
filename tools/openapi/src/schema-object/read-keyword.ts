import { entriesOf, isObject } from "../json.ts";
import type { Notice } from "../notice.ts";
import type { TypeName } from "../schema-object.ts";
import { limitKeywords } from "./keywords.ts";
import { patternFlags } from "./patterns.ts";

/** Keywords that say where a schema is, and not what it says: whatever refers to it does so by its component's name by now. */
const identifiers: ReadonlySet<string> = new Set([
  "$anchor",
  "$defs",
  "$dynamicAnchor",
  "$id",
  "$recursiveAnchor",
  "$schema",
  "$vocabulary",
  "definitions",
]);

const texts: ReadonlySet<string> = new Set([
  "contentEncoding",
  "contentMediaType",
  "description",
  "format",
  "title",
]);

const booleans: ReadonlySet<string> = new Set(["deprecated", "readOnly", "uniqueItems", "writeOnly"]);

/**
 * The value of a keyword that holds no schema, in the shape that its type says.
 *
 * @param pointer Where it is written.
 * @returns undefined where nothing can be made of it, or where the one dialect does not have it.
 */
export function readKeyword(keyword: string, value: unknown, pointer: string, notices: Notice[]): unknown {
  const note = (message: string) => notices.push({ message, pointer });
  if (identifiers.has(keyword)) return undefined;
  if (limitKeywords.has(keyword)) {
    if (isLimit(keyword, value)) return value;
    // OpenAPI 3.0 § 4.7.24: there, `exclusiveMinimum` is a boolean. See `withLimits`.
    if (typeof value !== "boolean") note(`\`${keyword}\` is no usable number; it is not checked.`);
    return undefined;
  }
  if (texts.has(keyword)) return isText(value) ? String(value) : undefined;
  if (booleans.has(keyword)) return typeof value === "boolean" ? value : undefined;
  switch (keyword) {
    // One that is a text has been followed.
    case "$ref":
      note("`$ref` is no text, and not followed: what it says of a value is not checked.");
      return undefined;
    // See `withNull`.
    case "nullable":
      return undefined;
    case "$dynamicRef":
    case "$recursiveRef":
      note(`\`${keyword}\` is not followed: what it says of a value is not checked. Use \`$ref\`.`);
      return undefined;
    case "type":
      return readType(value, note);
    case "enum":
      return Array.isArray(value) ? value : undefined;
    case "examples":
      return Array.isArray(value) ? value : [];
    case "required":
      return Array.isArray(value) ? readNames(value) : undefined;
    case "dependentRequired":
      return Object.fromEntries(
        entriesOf(value).flatMap(([name, names]) => (Array.isArray(names) ? [[name, readNames(names)]] : [])),
      );
    case "pattern":
      if (typeof value !== "string") return undefined;
      if (patternFlags(value) === undefined) {
        note(`The pattern \`${value}\` is none of JavaScript; it is not checked.`);
      }
      return value;
    case "externalDocs":
    case "xml":
      return isObject(value) ? value : undefined;
    default:
      return value;
  }
}

/** YAML takes an unquoted `1.5` for a number. */
function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

function readNames(names: readonly unknown[]): string[] {
  return [...new Set(names.filter(isText).map(String))];
}

function readType(value: unknown, note: (message: string) => void): unknown {
  // YAML takes an unquoted `null` for nothing.
  const types = [value].flat().map((type) => (type === null ? "null" : type));
  for (const type of types) {
    if (!isTypeName(type)) note(`\`${type}\` is no type of JSON Schema; it is not checked.`);
  }
  const known = types.filter(isTypeName);
  // One that is not checked may allow any value.
  if (known.length < types.length || known.length === 0) return undefined;
  return Array.isArray(value) ? known : known[0];
}

function isLimit(keyword: string, value: unknown): boolean {
  // Whoever reads documents for people may have kept integers beyond 2^53 as they are written.
  if (typeof value === "bigint") return keyword !== "multipleOf" || value > 0;
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
