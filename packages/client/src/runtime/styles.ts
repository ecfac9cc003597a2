import type { ParameterStyle } from "./description.ts";

/** What stands between parts of a value that are not exploded, where it is not a comma. It is encoded itself (OpenAPI 3.1.1 Appendix E). */
const delimiters: Readonly<Record<string, string>> = { pipeDelimited: "|", spaceDelimited: " " };

/**
 * The names and values that a parameter, or a field of a form, is written as in one of the styles of OpenAPI 3.1.1
 * § 4.8.12.3. Null, undefined, and lists and objects of nothing else are what RFC 6570 § 2.3 calls undefined, and are left
 * out. The style `json` is for parameters that have `content`; null is a value of it.
 *
 * @param encode How a part of a value is written. The comma between parts is never encoded.
 * @param encodeName How a name is written.
 */
export function pairsOf(
  name: string,
  value: unknown,
  [style, explode]: ParameterStyle,
  encode: (part: unknown) => string,
  encodeName = encode,
): [name: string, value: string][] {
  const key = encodeName(name);
  if (style === "json" && value !== undefined) return [[key, encode(JSON.stringify(value))]];
  if (!isDefined(value)) return [];
  if (style === "deepObject") return deepPairs(key, value, encode, encodeName);
  if (typeof value !== "object" || value instanceof Date) return [[key, encode(value)]];

  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList
    ? value.filter(isDefined).map((item) => [name, item])
    : Object.entries(value).filter(([, property]) => isDefined(property));
  if (explode) return entries.map(([inner, part]) => [encodeName(inner), encode(part)]);
  const delimiter = delimiters[style];
  const parts = isList ? entries.map(([, item]) => item) : entries.flat();
  const joined = parts.map(encode).join(delimiter ? encode(delimiter) : ",");
  return parts.length > 0 ? [[key, joined]] : [];
}

/** The specification leaves nested objects and arrays open; this is how servers that take them agree to read them. */
function deepPairs(
  key: string,
  value: unknown,
  encode: (part: unknown) => string,
  encodeName: (part: unknown) => string,
): [name: string, value: string][] {
  if (!isDefined(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(key, item, encode, encodeName));
  if (typeof value !== "object" || value instanceof Date) return [[key, encode(value)]];
  return Object.entries(value).flatMap(([inner, property]) =>
    deepPairs(key + encodeName("[") + encodeName(inner) + encodeName("]"), property, encode, encodeName),
  );
}

function isDefined(value: unknown): value is NonNullable<unknown> {
  return value !== undefined && value !== null;
}

/** A part of a value as text. What no style has a way to write is JSON. */
export function textOf(part: unknown): string {
  if (part instanceof Date) return part.toISOString();
  return typeof part === "object" ? JSON.stringify(part) : String(part);
}
