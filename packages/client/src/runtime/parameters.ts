import type { ParameterStyle, Step } from "./description.ts";

/** Serializes parameters, where openapi-fetch would not by itself do it as described. */
export const serializeParameters: Step = ({ styles }) =>
  styles && {
    querySerializer: (query) =>
      Object.entries(query)
        .map(([name, value]) => serialize(name, value, styles.query?.[name] ?? ["form", true]))
        .filter(Boolean)
        .join("&"),
    pathSerializer: (path, values) =>
      path.replaceAll(/\{([^{}]+)\}/g, (expression, name: string) =>
        values[name] === undefined
          ? expression
          : serialize(name, values[name], styles.path?.[name] ?? ["simple"]),
      ),
  };

/** What stands before a value, between exploded parts of one, and between those that are not (RFC 6570 § 3.2). */
const delimiters: Readonly<Record<string, readonly [before: string, exploded: string, joined: string]>> = {
  deepObject: ["", "&", ","],
  form: ["", "&", ","],
  json: ["", "", ""],
  label: [".", ".", ","],
  matrix: [";", ";", ","],
  pipeDelimited: ["", "&", "%7C"],
  simple: ["", ",", ","],
  spaceDelimited: ["", "&", "%20"],
};

/**
 * A value in one of the styles of OpenAPI 3.1 § 4.8.12.2. The style `json` is for parameters that have `content`, and for
 * fields of forms that are objects. A value of null or undefined is left out.
 */
export function serialize(name: string, value: unknown, [style, explode, reserved]: ParameterStyle): string {
  if (value === undefined || value === null) return "";
  const encode = (part: unknown): string => encodePart(part, reserved);
  const [before = "", exploded = "", joined = ""] = delimiters[style] ?? [];
  const isNamed = style !== "simple" && style !== "label";
  const named = (key: string, text: string): string => (isNamed ? `${key}=${text}` : text);
  const key = encode(name);

  if (style === "json") return `${key}=${encode(JSON.stringify(value))}`;
  if (typeof value !== "object" || value instanceof Date) return before + named(key, encode(value));
  if (Array.isArray(value)) {
    return (
      before +
      (explode
        ? value.map((item) => named(key, encode(item))).join(exploded)
        : named(key, value.map(encode).join(joined)))
    );
  }
  const properties = Object.entries(value).filter(([, property]) => property !== undefined);
  if (style === "deepObject")
    return properties
      .map(([inner, property]) => deep(`${key}[${encode(inner)}]`, property, encode))
      .join("&");
  if (!explode) return before + named(key, properties.flat().map(encode).join(joined));
  return before + properties.map((property) => property.map(encode).join("=")).join(exploded);
}

/** The specification leaves nested objects and arrays open; this is how servers that take them agree to read them. */
function deep(key: string, value: unknown, encode: (part: unknown) => string): string {
  if (Array.isArray(value)) return value.map((item) => deep(key, item, encode)).join("&");
  if (typeof value !== "object" || value === null) return `${key}=${encode(value)}`;
  return Object.entries(value)
    .map(([inner, property]) => deep(`${key}[${encode(inner)}]`, property, encode))
    .join("&");
}

/** `allowReserved` lets through the characters that RFC 3986 § 2.2 reserves, but for those that would end a value. */
function encodePart(part: unknown, reserved: boolean | undefined): string {
  const encoded = encodeURIComponent(part instanceof Date ? part.toISOString() : String(part));
  return reserved ? encoded.replaceAll(/%(2C|2F|3A|3B|3D|3F|40|24|21|5B|5D)/gi, decodeURIComponent) : encoded;
}
