import type { Operation } from "@visitors-api/openapi";
import { contentDocuments } from "./content.ts";
import type { ResponseDocument } from "./document.ts";
import { type LinkSources, linkDocuments } from "./links.ts";
import { headerFields } from "./parameters.ts";
import type { Walk } from "./walk.ts";

/** The responses of an operation, by status (OpenAPI 3.1 § 4.8.16). */
export function responseDocuments(
  walk: Walk,
  operation: Operation,
  anchor: string,
  sources: LinkSources,
): ResponseDocument[] {
  return operation.responses.map(({ status, description, headers, content }): ResponseDocument => {
    const own = walk.anchors.take(`${anchor}-${status}`);
    const isTitle = isPlainPhrase(description);
    return {
      anchor: own,
      status,
      title: isTitle ? description.trim() : (statusWords[status] ?? ""),
      description: isTitle ? undefined : walk.markdown(description),
      headers: headerFields(walk, headers, own),
      contents: contentDocuments(walk, content, { anchor: own, direction: "response" }),
      links: linkDocuments(walk, operation, status, sources),
    };
  });
}

const statusWords: Readonly<Record<string, string>> = { default: "any other status" };

/** A few words without any Markdown read best beside the status. */
function isPlainPhrase(text: string): boolean {
  return text.trim() !== "" && text.trim().length <= 60 && /^[\p{L}\p{N} ,;:'-]+$/u.test(text.trim());
}
