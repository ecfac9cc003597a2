import type { ParameterStyle, Step } from "./description.ts";
import { checkSegment } from "./path-parameters.ts";
import { pairsOf, textOf } from "./styles.ts";

/** Serializes parameters, where openapi-fetch would not by itself do it as described. */
export const serializeParameters: Step = ({ styles }) =>
  styles && {
    querySerializer: (query) =>
      Object.entries(query)
        .map(([name, value]) => serialize(name, value, styles.query?.[name] ?? ["form", true]))
        .filter(Boolean)
        .join("&"),
    pathSerializer: (path, values) =>
      path.replaceAll(/\{([^{}]+)\}/g, (expression, name: string) => {
        const value = values[name];
        if (value === undefined) return expression;
        return checkSegment(name, serializeInPath(name, value, styles.path?.[name] ?? ["simple"]));
      }),
  };

/** A value in the place of a template expression. A document has no name there. */
export function serializeInPath(name: string, value: unknown, how: ParameterStyle): string {
  return how[0] === "json" ? serialize("", JSON.stringify(value), ["simple"]) : serialize(name, value, how);
}

/** What stands before a value, and between its exploded parts (RFC 6570 § 3.2). */
const delimiters: Readonly<Record<string, readonly [before: string, between: string]>> = {
  label: [".", "."],
  matrix: [";", ";"],
  simple: ["", ","],
};

/** A value in one of the styles of OpenAPI 3.1.1 § 4.8.12.3, encoded for a URL, or `json`. */
export function serialize(name: string, value: unknown, how: ParameterStyle): string {
  const [style, explode, reserved] = how;
  const [before, between] = delimiters[style] ?? ["", "&"];
  // These two name only what is a property of an exploded object.
  const isBare = /simple|label/.test(style) && !(explode && isObject(value));
  const pairs = pairsOf(name, value, how, reserved ? encodeReserved : encode, encode);
  const parts = pairs.map(([key, text]) => {
    if (isBare) return text;
    // RFC 6570 § 3.2.7: of an empty value it writes the name alone.
    return style === "matrix" && text === "" ? key : `${key}=${text}`;
  });
  return parts.length > 0 ? before + parts.join(between) : "";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

/** Encodes all but the unreserved characters (RFC 6570 § 3.2.1). Half of a surrogate pair, which has no encoding, becomes U+FFFD. */
function encode(part: unknown): string {
  return encodeURIComponent(textOf(part).replaceAll(/\p{Surrogate}/gu, "\uFFFD")).replaceAll(
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
  return encode(part).replaceAll(/%(2[1489ACF]|3[ABF]|40|25(?=[\dA-F]{2}))/gi, decodeURIComponent);
}
