import type { Step } from "./description.ts";
import { pairsOf, textOf } from "./styles.ts";

/**
 * Writes the header parameters that have a style or `content`: `String` would lose what objects are, and what of a list is null. The
 * style `simple` is the only one that headers have (OpenAPI 3.1.1 § 4.8.12.3), and nothing in it is encoded.
 */
export const headerParameters: Step = ({ styles }, { headers, params }) => {
  const written: Record<string, string | null> = {};
  for (const [name, value] of Object.entries({ ...headers, ...params?.["header"] })) {
    const how = styles?.header?.[name.toLowerCase()];
    if (!how || value === undefined) continue;
    const [style, explode] = how;
    const isObject = typeof value === "object" && !Array.isArray(value);
    const pairs = pairsOf(name, value, how, textOf);
    // An exploded object is the only value whose parts are named.
    const parts = pairs.map((pair) => (isObject && explode ? pair.join("=") : pair[1]));
    // A header may hold ASCII only, and JSON can be written in it.
    const text = style === "json" ? parts.join().replaceAll(/[^ -~]/g, escapeInJson) : parts.join();
    written[name] = parts.length > 0 ? text : null;
  }
  return { lastHeaders: written };
};

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
