import type { JsonObject } from "@visitors-api/openapi";
import { type Element, elementsOf, resolved } from "./elements.ts";
import type { Release } from "./releases.ts";

/** What a reader is told about when an element came, or was deprecated. */
export type Mark = { readonly element: Element; readonly text: string };

/**
 * The marks of everything that is not as it was in the first release. What came with something that is new itself has none
 * of its own.
 *
 * @param releases the oldest first.
 */
export function marksOf(description: JsonObject, releases: readonly Release[]): Mark[] {
  const [first, ...later] = releases.map((release) => ({ ...release, ...elementsOf(release.document) }));
  if (first === undefined) return [];
  const all = [first, ...later];
  const marks: Mark[] = [];
  for (const [key, element] of elementsOf(description).elements) {
    const without = all.findLastIndex(({ elements }) => !elements.has(key));
    const { container } = element;
    const last = all[without];
    if (last !== undefined && (container === undefined || last.containers.has(container))) {
      marks.push({ element, text: `Added in ${nameOf(all[without + 1])}.` });
    }
    if (resolved(element.node, description)["deprecated"] !== true) continue;
    const current = all.findLastIndex((release) => {
      const before = release.elements.get(key);
      return before !== undefined && resolved(before.node, release.document)["deprecated"] !== true;
    });
    if (current >= 0) marks.push({ element, text: `Deprecated since ${nameOf(all[current + 1])}.` });
  }
  return marks;
}

function nameOf(release: Release | undefined): string {
  return release?.version ?? "the next release";
}
