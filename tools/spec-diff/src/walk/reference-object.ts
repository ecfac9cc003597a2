import { isReference, pointed, type Referenced } from "@visitors-api/openapi";
import type { OpenApiObject } from "../read/openapi-document.ts";

/** The object that a reference leads to, or the node itself: the one that was parsed, for places are told by that. */
export function target<T extends object>(document: OpenApiObject, node: Referenced<T>): T {
  // The loader has checked that a reference leads to what its place asks for.
  return chainOf(document, node).at(-1) as T;
}

/** A node and, where it is a reference, all that it leads through: what is said sooner goes before (OpenAPI 3.1 § 4.8.23.1). */
export function chainOf(document: OpenApiObject, node: object): readonly unknown[] {
  const chain: unknown[] = [node];
  for (let last: unknown = node; isReference(last); chain.push(last)) last = pointed(document, last.$ref);
  return chain;
}

/** Where a node leads, if it is a reference. What is data, such as an example, may look like one, and lead nowhere. */
export function targetIfAny(document: OpenApiObject, node: object): unknown {
  if (!isReference(node)) return undefined;
  try {
    return pointed(document, node.$ref);
  } catch {
    return undefined;
  }
}

/**
 * What counts beside the `$ref` of a schema: nothing in OpenAPI 3.0 (§ 4.7.23.2), and in 3.1 every keyword (JSON Schema Core § 8.2.3.1).
 *
 * @see https://spec.openapis.org/oas/v3.1.0#reference-object
 */
export function keysBeside({ openapi }: OpenApiObject, reference: object): string[] {
  if (openapi.startsWith("3.0")) return [];
  return Object.keys(reference).filter((key) => key !== "$ref" && !key.startsWith("x-"));
}
