import { type Deprecable, readDeprecation } from "@visitors-api/openapi";
import { deprecatedTag } from "../deprecated-tag.ts";

/**
 * openapi-typescript writes `@deprecated` with nothing behind it. Where days are known, the tag with them ends the description,
 * which it writes as it is.
 */
export function withDatedDeprecation<Node extends Deprecable & { readonly description?: unknown }>(
  node: Node,
): Node {
  const { deprecatedSince, sunset } = readDeprecation(node);
  if (deprecatedSince === undefined && sunset === undefined) return node;
  const tags = deprecatedTag({ deprecated: true, deprecatedSince, sunset });
  return { ...node, deprecated: false, description: [node.description || "Deprecated.", ...tags].join("\n") };
}
