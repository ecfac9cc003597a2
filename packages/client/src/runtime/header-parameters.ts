import type { ParameterStyle, Step } from "./description.ts";
import { pairsOf, textOf } from "./styles.ts";

/**
 * Writes the header parameters that have a style or `content`: `String` would lose what objects are, and what of a list is null. The
 * style `simple` is the only one that headers have (OpenAPI 3.1.1 § 4.8.12.3), and nothing in it is encoded.
 */
export const headerParameters: Step = ({ styles }, { headers, params }) => {
  const written: Record<string, string | null> = {};
  for (const [name, value] of Object.entries({ ...headers, ...params?.["header"] })) {
    const how = styles?.header?.[name.toLowerCase()];
    if (how && value !== undefined) written[name] = serializeInHeader(value, how) ?? null;
  }
  return { lastHeaders: written };
};

/** The value of a header; undefined where there is nothing to send. */
export function serializeInHeader(value: unknown, how: ParameterStyle): string | undefined {
  const [style, explode] = how;
  const isObject = typeof value === "object" && !Array.isArray(value);
  const pairs = pairsOf("", value, how, textOf);
  if (pairs.length === 0) return undefined;
  // An exploded object is the only value whose parts are named.
  const text = pairs.map((pair) => (isObject && explode ? pair.join("=") : pair[1])).join();
  // A header may hold ASCII only, and JSON can be written in it.
  return style === "json" ? text.replaceAll(/[^ -~]/g, escapeInJson) : text;
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
