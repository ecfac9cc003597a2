import type { Description, Reference } from "./openapi.ts";

/** What a JSON Pointer in a URI fragment points to (RFC 6901 § 6), or undefined. */
function pointed(description: Description, ref: string): unknown {
  let node: unknown = description;
  for (const part of ref.replace(/^#\/?/, "").split("/")) {
    const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<string, unknown>)[key];
  }
  return node;
}

/**
 * The object that a node is, or that its chain of `$ref`s leads to. `load` has refused descriptions with a dangling
 * or circular chain, so there is one.
 */
export function resolve<T extends object>(description: Description, node: T | Reference): T {
  let current: unknown = node;
  for (const seen = new Set<unknown>(); isReference(current); current = pointed(description, current.$ref)) {
    if (seen.has(current)) break;
    seen.add(current);
  }
  // The linter checked that a reference leads to the type of object that its place asks for.
  return current as T;
}

export function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}
