import type { Places } from "./places.ts";
import type { Problem } from "./problem.ts";

/** How many objects and lists a description may come to. The largest public ones come to a million. */
const most = 5_000_000;

/**
 * Refuses a description in which something stands within itself, or which comes to more than any machine holds, once
 * what YAML aliases and references repeat is written out. A few lines can: nine aliases to nine, nine times over, are
 * 400 million.
 */
export function checkSize(document: object, places: Places): Problem | undefined {
  const sizes = new Map<object, number>();
  const around = new Set<object>();
  let problem: Problem | undefined;
  const refuse = (node: object, message: string): number => {
    const {
      file = "",
      line = 1,
      column = 1,
    } = places.placeOfValue(node) ?? places.placeOfValue(document) ?? {};
    problem ??= { file, line, column, message };
    return 0;
  };
  const measure = (node: unknown): number => {
    if (problem || typeof node !== "object" || node === null) return 0;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (around.has(node)) {
      return refuse(
        node,
        "This is repeated within itself, without end. Write a $ref where it should come again.",
      );
    }
    around.add(node);
    let size = 1;
    for (const child of Object.values(node)) size += measure(child);
    around.delete(node);
    sizes.set(node, size);
    if (size > most) {
      return refuse(node, "What this repeats comes to too much. Write a $ref in place of each alias.");
    }
    return size;
  };
  measure(document);
  return problem;
}
