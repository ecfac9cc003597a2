import type { ParameterStyle, Step } from "./description.ts";
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
      path.replaceAll(/\{([^{}]+)\}/g, (expression, name: string) =>
        values[name] === undefined
          ? expression
          : serialize(name, values[name], styles.path?.[name] ?? ["simple"]),
      ),
  };

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
  const parts = pairsOf(name, value, how, (part) => encodePart(part, reserved)).map((pair) =>
    isBare ? pair[1] : pair.join("="),
  );
  return parts.length > 0 ? before + parts.join(between) : "";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

/** `allowReserved` lets through the characters that RFC 3986 § 2.2 reserves, but for those that would end a value. */
function encodePart(part: unknown, reserved: boolean | undefined): string {
  const encoded = encodeURIComponent(textOf(part));
  return reserved ? encoded.replaceAll(/%(2C|2F|3A|3B|3D|3F|40|24|21|5B|5D)/gi, decodeURIComponent) : encoded;
}
