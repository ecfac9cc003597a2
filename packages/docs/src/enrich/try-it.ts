import { isObject } from "../description.ts";
import { operationsOf } from "../safe-names.ts";
import type { Enrichment } from "./enrich.ts";

/** Links each operation to its page in the playground. */
export const withTryIt: Enrichment = (description, { base, tryFolder }) => {
  const paths = isObject(description["paths"]) ? description["paths"] : {};
  for (const [path, pathItem] of Object.entries(paths)) {
    if (!isObject(pathItem)) continue;
    for (const [method, operation] of operationsOf(pathItem)) {
      const folder = tryFolder(method, path);
      if (folder === undefined) continue;
      const text = typeof operation["description"] === "string" ? operation["description"].trim() : "";
      const address = encodeURI(`${base}${folder}/`).replace(/[()]/g, encodeParenthesis);
      operation["description"] = [text, `[Try it in the playground](${address})`]
        .filter(Boolean)
        .join("\n\n");
    }
  }
  return description;
};

/** A parenthesis would end the link, and `encodeURI` leaves it as it is. */
function encodeParenthesis(character: string): string {
  return character === "(" ? "%28" : "%29";
}
