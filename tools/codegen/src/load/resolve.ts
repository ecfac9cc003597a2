import type { Description, Reference } from "./openapi.ts";
import { pointerKeys } from "./pointer.ts";

/**
 * What a JSON Pointer in a URI fragment points to (RFC 6901 § 6), or undefined.
 *
 * @param through Where to go on when the pointer leads through something that has no such member: a reference.
 */
export function pointed(
  document: unknown,
  ref: string,
  through: (node: unknown) => unknown = () => undefined,
): unknown {
  let node = document;
  for (const key of pointerKeys(ref)) {
    node = member(node, key) ?? member(through(node), key);
  }
  return node;
}

function member(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key];
}

/**
 * The object that a node is, or that its chain of `$ref`s leads to. `load` has refused descriptions with a dangling
 * or circular chain, so there is one.
 */
export function resolve<T extends object>(description: Description, node: T | Reference): T {
  let current: unknown = node;
  const through = (passed: unknown): unknown =>
    isReference(passed) ? resolve(description, passed) : undefined;
  for (const seen = new Set<unknown>(); isReference(current); ) {
    if (seen.has(current)) break;
    seen.add(current);
    current = pointed(description, current.$ref, through);
  }
  // The linter checked that a reference leads to the type of object that its place asks for.
  return current as T;
}

export function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}
