import type { ParameterStyle } from "./description.ts";

/** What stands between parts of a value that are not exploded, where it is not a comma. */
const delimiters: Readonly<Record<string, string>> = { pipeDelimited: "|", spaceDelimited: " " };

/**
 * The names and values that a parameter, or a field of a form, is written as in one of the styles of OpenAPI 3.1.1
 * § 4.8.12.3. Null, undefined, and lists and objects of nothing else are what RFC 6570 § 2.3 calls undefined, and are left
 * out. The style `json` is for parameters that have `content`.
 *
 * @param encode How a part of a name or value is written. The comma between parts is never encoded.
 */
export function pairsOf(
  name: string,
  value: unknown,
  [style, explode]: ParameterStyle,
  encode: (part: unknown) => string,
): [name: string, value: string][] {
  const key = encode(name);
  if (!isDefined(value)) return [];
  if (style === "json") return [[key, encode(JSON.stringify(value))]];
  if (typeof value !== "object" || value instanceof Date) return [[key, encode(value)]];

  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList
    ? value.filter(isDefined).map((item) => [name, item])
    : Object.entries(value).filter(([, property]) => isDefined(property));
  if (style === "deepObject" && !isList) {
    return entries.flatMap(([inner, property]) => deep(`${key}[${encode(inner)}]`, property, encode));
  }
  if (explode) return entries.map(([inner, part]) => [encode(inner), encode(part)]);
  const delimiter = delimiters[style];
  const parts = isList ? entries.map(([, item]) => item) : entries.flat();
  const joined = parts.map(encode).join(delimiter ? encode(delimiter) : ",");
  return parts.length > 0 ? [[key, joined]] : [];
}

/** The specification leaves nested objects and arrays open; this is how servers that take them agree to read them. */
function deep(
  key: string,
  value: unknown,
  encode: (part: unknown) => string,
): [name: string, value: string][] {
  if (!isDefined(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deep(key, item, encode));
  if (typeof value !== "object" || value instanceof Date) return [[key, encode(value)]];
  return Object.entries(value).flatMap(([inner, property]) =>
    deep(`${key}[${encode(inner)}]`, property, encode),
  );
}

function isDefined(value: unknown): value is NonNullable<unknown> {
  return value !== undefined && value !== null;
}

/** A part of a value as text. */
export function textOf(part: unknown): string {
  return part instanceof Date ? part.toISOString() : String(part);
}
