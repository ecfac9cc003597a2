import { bodyKind, type ParameterObject } from "@visitors-api/codegen";
import { isObject } from "../../description.ts";

/** A name and a value, both encoded. */
export type Pair = readonly [name: string, value: string];

/** How a parameter, or a field of a form, is written (OpenAPI 3.1 § 4.8.12.2). */
export type Style = {
  /** `json` is for parameters that have `content`. */
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
};

const usualStyles = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

/** `form` is exploded unless it is said not to be, and any other style is not. */
export function styleOf({
  in: place,
  style,
  explode,
  allowReserved = false,
  content,
}: ParameterObject): Style {
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType !== undefined && bodyKind(mediaType) === "json")
    return { style: "json", explode: false, allowReserved };
  const name = style ?? usualStyles[place];
  return { style: name, explode: explode ?? name === "form", allowReserved };
}

/** What joins the parts of a value that is one pair, where it is not a comma. It is encoded itself (OpenAPI 3.1.1 Appendix E). */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/**
 * A value of a query, a cookie or a form: several pairs where a list or an object is exploded, none for null and undefined and for
 * what has nothing else in it (RFC 6570 § 2.3). Of JSON, null is a value.
 */
export function pairsOf(name: string, value: unknown, { style, explode, allowReserved }: Style): Pair[] {
  const encode = allowReserved ? encodeReserved : encodePart;
  const key = encodePart(name);
  if (style === "json") return value === undefined ? [] : [[key, encode(JSON.stringify(value))]];
  if (style === "deepObject") return deepPairs(key, value, encode);
  const entries = definedEntries(value);
  if (!entries) return isDefined(value) ? [[key, encode(value)]] : [];
  if (explode)
    return entries.map(([inner, part]) => [inner === undefined ? key : encodePart(inner), encode(part)]);
  return entries.length === 0 ? [] : [[key, joined(entries, encode, delimiters[style])]];
}

/** The specification leaves nested objects and lists open; this is how servers that take them agree to read them. */
function deepPairs(key: string, value: unknown, encode: Encode): Pair[] {
  if (!isDefined(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(key, item, encode));
  if (!isObject(value)) return [[key, encode(value)]];
  return Object.entries(value).flatMap(([inner, property]) =>
    deepPairs(`${key}%5B${encodePart(inner)}%5D`, property, encode),
  );
}

/** A value of a path: the styles `simple`, `label` and `matrix`. */
export function pathSegment(name: string, value: unknown, { style, explode }: Style): string {
  if (style === "json") return encodePart(JSON.stringify(value));
  const before = { label: ".", matrix: ";" }[style] ?? "";
  const key = encodePart(name);
  // RFC 6570 § 3.2.7: of an empty value, `matrix` writes the name alone.
  const named = (key: string, text: string): string => (text === "" ? key : `${key}=${text}`);
  const bare = (text: string): string => (style === "matrix" ? named(key, text) : text);
  const entries = definedEntries(value);
  if (!entries) return isDefined(value) ? before + bare(encodePart(value)) : "";
  if (entries.length === 0) return "";
  if (!explode) return before + bare(joined(entries, encodePart));
  const parts = entries.map(([inner, part]) => {
    if (inner === undefined) return bare(encodePart(part));
    const text = encodePart(part);
    return style === "matrix" ? named(encodePart(inner), text) : `${encodePart(inner)}=${text}`;
  });
  return before + parts.join(before || ",");
}

/** A value of a header: always `simple`, and never encoded. Undefined where the header is not sent. */
export function headerText(value: unknown, { style, explode }: Style): string | undefined {
  const entries = style === "json" ? undefined : definedEntries(value);
  if (value === undefined || (value === null && style !== "json") || entries?.length === 0) return undefined;
  const text = (): string => {
    // A header may hold ASCII only, and JSON can be written in it.
    if (style === "json") return JSON.stringify(value).replaceAll(/[^ -~]/g, escapeInJson);
    if (!entries) return textOf(value);
    if (!explode) return joined(entries, textOf);
    return entries
      .map(([inner, part]) => [...(inner === undefined ? [] : [inner]), textOf(part)].join("="))
      .join();
  };
  // RFC 9110 § 5.5: control characters would end the header, or make it invalid.
  return text().replaceAll(/\p{Cc}+/gu, " ");
}

type Encode = (part: unknown) => string;

/** The items of a list, which have no name, or the properties of an object. */
type Entries = readonly (readonly [name: string | undefined, part: unknown])[];

/** Undefined for a value that is neither. */
function definedEntries(value: unknown): Entries | undefined {
  if (Array.isArray(value)) return value.filter(isDefined).map((item) => [undefined, item]);
  return isObject(value) ? Object.entries(value).filter(([, property]) => isDefined(property)) : undefined;
}

function joined(entries: Entries, encode: Encode, delimiter = ","): string {
  return entries.flat().filter(isDefined).map(encode).join(delimiter);
}

function isDefined(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** What no style has a way to write is JSON. */
function textOf(part: unknown): string {
  return typeof part === "object" ? JSON.stringify(part) : String(part);
}

/** Encodes all but the unreserved characters (RFC 6570 § 3.2.1). Half of a surrogate pair, which has no encoding, becomes U+FFFD. */
function encodePart(part: unknown): string {
  const text = textOf(part).replaceAll(/\p{Surrogate}/gu, "\u{FFFD}");
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * `allowReserved` lets through the characters that RFC 3986 § 2.2 reserves, but for those that a query cannot hold (`[`, `]`, `#`) or
 * that mean something else in it (`&`, `=`, `+`), and what is percent-encoded already (OpenAPI 3.1.1 Appendix C). URL parsers
 * encode `'` in any case.
 */
function encodeReserved(part: unknown): string {
  return encodePart(part).replaceAll(/%(2[1489ACF]|3[ABF]|40|25(?=[\dA-F]{2}))/gi, decodeURIComponent);
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
