import type { JsonObject } from "@visitors-api/openapi";
import { resolved } from "./elements.ts";
import { marksOf } from "./marks.ts";
import type { Release } from "./releases.ts";

/**
 * Says of what came, or was deprecated, after the first release with which version that was.
 *
 * @returns a copy of the document in which descriptions say so.
 */
export function withHistory(document: JsonObject, releases: readonly Release[]): JsonObject {
  const copy = structuredClone(document);
  for (const { element, text } of marksOf(copy, releases)) {
    // The copy is this function's own.
    const node = element.node as Record<string, unknown>;
    // Beside a `$ref`, a description takes the place of the one that it leads to.
    const { description: said } = resolved(node, copy);
    node["description"] = [typeof said === "string" ? said.trim() : "", `*${text}*`]
      .filter(Boolean)
      .join("\n\n");
  }
  return copy;
}
