import { resolved } from "../history/elements.ts";
import { marksOf } from "../history/marks.ts";
import type { Enrichment } from "./enrich.ts";

/** Says of what came, or was deprecated, after the first release with which version that was. */
export const withHistory: Enrichment = (description, { releases }) => {
  for (const { element, text } of marksOf(description, releases)) {
    const { node } = element;
    // Beside a `$ref`, a description takes the place of the one that it leads to.
    const { description: said } = resolved(node, description);
    node["description"] = [typeof said === "string" ? said.trim() : "", `*${text}*`]
      .filter(Boolean)
      .join("\n\n");
  }
  return description;
};
