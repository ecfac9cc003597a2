import { isJson, type Serialization } from "@visitors-api/openapi";
import { json } from "../json.ts";

/** A name and a value, both as they are written. */
export type Pair = readonly [name: string, value: string];

/** How one part of a name or of a value is written. */
type Encode = (part: unknown) => string;

/**
 * A value of a query, a cookie or a form as the pairs that it is written as, encoded (OpenAPI 3.1.1 § 4.8.12.3). Null, and
 * lists and objects of nothing else, are what RFC 6570 § 2.3 calls undefined: they have none.
 */
export function pairsOf(name: string, value: unknown, how: Serialization): Pair[] {
  return writePairs(name, value, how, how.allowReserved ? encodeReserved : encode, encode);
}

/** The same where nothing is encoded. */
export function plainPairsOf(name: string, value: unknown, how: Serialization): Pair[] {
  return writePairs(name, value, how, textOf, textOf);
}

/** What stands before a value, and between its exploded parts (RFC 6570 § 3.2). */
const pathDelimiters: Readonly<Record<string, readonly [before: string, between: string]>> = {
  label: [".", "."],
  matrix: [";", ";"],
  simple: ["", ","],
};

/** A value in the place of a template expression: the styles `simple`, `label` and `matrix`. */
export function pathSegment(name: string, value: unknown, how: Serialization): string {
  const pairs = pairsOf(name, value, how);
  const { style, explode, mediaType } = how;
  // A document has no name in a path.
  if (mediaType !== undefined) return pairs.map(([, text]) => text).join();
  const [before, between] = pathDelimiters[style] ?? ["", ","];
  const isNamed = style === "matrix" || (explode && isStructured(value) && !Array.isArray(value));
  const parts = pairs.map(([key, text]) => {
    if (!isNamed) return text;
    // RFC 6570 § 3.2.7: of an empty value it writes the name alone.
    return style === "matrix" && text === "" ? key : `${key}=${text}`;
  });
  return parts.length === 0 ? "" : before + parts.join(between);
}

/** A value of a header: always `simple`, and never encoded. Undefined where there is nothing to send. */
export function headerText(value: unknown, how: Serialization): string | undefined {
  const { explode, mediaType } = how;
  const pairs = plainPairsOf("", value, how);
  if (pairs.length === 0) return undefined;
  const isNamed = mediaType === undefined && explode && isStructured(value) && !Array.isArray(value);
  const text = pairs.map((pair) => (isNamed ? pair.join("=") : pair[1])).join();
  // A header may hold ASCII only, and JSON can be written in it.
  if (isJson(mediaType ?? "")) return text.replaceAll(/[^ -~]/g, escapeInJson);
  // RFC 9110 § 5.5: control characters would end the header, or make it invalid.
  return text.replaceAll(/\p{Cc}+/gu, " ");
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What joins the parts of a value that is one pair, where it is not a comma. It is encoded itself (OpenAPI 3.1.1 Appendix E). */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

function writePairs(
  name: string,
  value: unknown,
  { style, explode, mediaType }: Serialization,
  write: Encode,
  writeName: Encode,
): Pair[] {
  const key = writeName(name);
  if (value === undefined) return [];
  // Of JSON, null is a value like any other.
  if (mediaType !== undefined) return [[key, write(isJson(mediaType) ? json(value) : textOf(value))]];
  if (style === "deepObject") return deepPairs(key, value, write, writeName);
  if (!isStructured(value)) return value === null ? [] : [[key, write(value)]];
  const entries = Array.isArray(value)
    ? value.map((item): [string, unknown] => [name, item])
    : Object.entries(value);
  const defined = entries.filter(([, part]) => part !== undefined && part !== null);
  if (explode) return defined.map(([inner, part]) => [writeName(inner), write(part)]);
  const delimiter = delimiters[style];
  const parts = Array.isArray(value) ? defined.map(([, item]) => item) : defined.flat();
  const joined = parts.map(write).join(delimiter === undefined ? "," : write(delimiter));
  return parts.length === 0 ? [] : [[key, joined]];
}

/** The specification leaves nested objects and lists open; this is how servers that take them agree to read them. */
function deepPairs(key: string, value: unknown, write: Encode, writeName: Encode): Pair[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(key, item, write, writeName));
  if (!isStructured(value)) return [[key, write(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    deepPairs(key + writeName("[") + writeName(name) + writeName("]"), inner, write, writeName),
  );
}

function isStructured(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A part of a value as text. What no style has a way to write is JSON. */
export function textOf(part: unknown): string {
  return isStructured(part) ? json(part) : String(part);
}

/** Encodes all but the unreserved characters (RFC 6570 § 3.2.1). Half of a surrogate pair, which has no encoding, becomes U+FFFD. */
function encode(part: unknown): string {
  return encodeURIComponent(textOf(part).replaceAll(/\p{Surrogate}/gu, "\u{FFFD}")).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `allowReserved` lets through the characters that RFC 3986 § 2.2 reserves, but for those that a query cannot hold (`[`, `]`, `#`), that
 * mean something else in it (`&`, `=`, `+`) or that URL parsers encode (`'`), and what is percent-encoded already (OpenAPI 3.1.1
 * Appendix C).
 */
function encodeReserved(part: unknown): string {
  return encode(part).replaceAll(/%(2[1489ACF]|3[ABF]|40|25(?=[\dA-F]{2}))/gi, decodeURIComponent);
}
