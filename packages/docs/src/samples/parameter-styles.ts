import { bodyKind, type ParameterObject } from "@visitors-api/codegen";
import { isObject } from "@visitors-api/openapi";

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

/** What joins the parts of a value that is one pair. */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** A value of a query, a cookie or a form: several pairs where a list or an object is exploded, none for null. */
export function pairsOf(name: string, value: unknown, { style, explode, allowReserved }: Style): Pair[] {
  const encode = (part: unknown): string => encodePart(part, allowReserved);
  const key = encode(name);
  if (value === undefined || value === null) return [];
  if (style === "json") return [[key, encode(JSON.stringify(value))]];
  if (style === "deepObject" && isObject(value)) return deepPairs(key, value, encode);
  const delimiter = delimiters[style] ?? ",";
  if (Array.isArray(value)) {
    return explode
      ? value.map((item): Pair => [key, encode(item)])
      : [[key, value.map(encode).join(delimiter)]];
  }
  if (!isObject(value)) return [[key, encode(value)]];
  const properties = Object.entries(value);
  return explode
    ? properties.map(([property, inner]): Pair => [encode(property), encode(inner)])
    : [[key, properties.flat().map(encode).join(delimiter)]];
}

/** The specification leaves nested objects and lists open; this is how servers that take them agree to read them. */
function deepPairs(key: string, value: unknown, encode: (part: unknown) => string): Pair[] {
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(key, item, encode));
  if (!isObject(value)) return [[key, encode(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    deepPairs(`${key}[${encode(name)}]`, inner, encode),
  );
}

/** A value of a path: the styles `simple`, `label` and `matrix`. */
export function pathSegment(name: string, value: unknown, { style, explode, allowReserved }: Style): string {
  const encode = (part: unknown): string => encodePart(part, allowReserved);
  if (style === "json") return encode(JSON.stringify(value));
  const before = { label: ".", matrix: ";" }[style] ?? "";
  const between = explode && before !== "" ? before : ",";
  const named = (text: string): string => (style === "matrix" ? `${encode(name)}=${text}` : text);
  if (Array.isArray(value)) {
    const items = value.map(encode);
    return before + (explode ? items.map(named).join(between) : named(items.join(",")));
  }
  if (!isObject(value)) return before + named(encode(value));
  const properties = Object.entries(value).map((property) => property.map(encode));
  return (
    before + (explode ? properties.map((pair) => pair.join("=")).join(between) : named(properties.join()))
  );
}

/** A value of a header: always `simple`, and never encoded. */
export function headerText(value: unknown, { style, explode }: Style): string {
  const text = (): string => {
    if (style === "json") return JSON.stringify(value);
    if (!isObject(value)) return String(value);
    return Object.entries(value)
      .map((property) => property.join(explode ? "=" : ","))
      .join();
  };
  // RFC 9110 § 5.5: control characters would end the header, or make it invalid.
  return text().replaceAll(/\p{Cc}+/gu, " ");
}

/** `allowReserved` lets through the characters that RFC 3986 § 2.2 reserves, but for those that would end a value. */
function encodePart(part: unknown, reserved: boolean): string {
  const text = typeof part === "object" ? JSON.stringify(part) : String(part);
  // Half of a surrogate pair has no encoding.
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}"));
  return reserved ? encoded.replaceAll(/%(2C|2F|3A|3B|3D|3F|40|24|21|5B|5D)/g, decodeURIComponent) : encoded;
}
