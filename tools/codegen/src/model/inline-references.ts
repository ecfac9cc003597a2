import type { Description } from "../load/openapi.ts";
import { isReference, resolve } from "../load/resolve.ts";

/** What openapi-typescript gives a type of its own, so that a reference to it is that type's name. */
const named = /^#\/components\/[^/]+\/[^/]+$/;

/**
 * The description with what stands at the end of each reference into the midst of something, such as
 * `#/paths/~1pets/get/responses/200`, in the reference's place. Only one that leads to where it stands remains.
 */
export function inlineReferences(description: Description): Description {
  const around = new Set<unknown>();
  const inline = (node: unknown): unknown => {
    if (typeof node !== "object" || node === null) return node;
    if (isReference(node)) {
      if (named.test(node.$ref)) return node;
      const target = resolve(description, node);
      return around.has(target) ? node : inline(target);
    }
    around.add(node);
    const changes = Object.entries(node).flatMap(([key, child]) => {
      const inlined = inline(child);
      return inlined === child ? [] : [[key, inlined] as const];
    });
    around.delete(node);
    if (changes.length === 0) return node;
    return Object.assign(Array.isArray(node) ? [...node] : { ...node }, Object.fromEntries(changes));
  };
  // Every object is what it was, or what its reference led to.
  return inline(description) as Description;
}
