import type { Reference } from "./document.ts";
import { limits } from "./limits.ts";
import { type ReferenceSources, referenceOf } from "./reference.ts";

/**
 * The reference as one page has all of it. What operations have in common is in place as long as that is not too much to read: then each
 * component is described once, after the operations.
 *
 * @param reference what the pages of operations show.
 */
export function wholeReference(reference: Reference, sources: ReferenceSources): Reference {
  const operations = [...reference.tags.flatMap((tag) => tag.operations), ...reference.webhooks];
  const schemas = operations.reduce((sum, { schemaCount }) => sum + schemaCount, 0);
  if (schemas <= limits.schemasInPlace) return reference;
  return referenceOf({ ...sources, shared: { found: new Map(), withBodies: true } });
}
