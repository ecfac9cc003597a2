import { type Document, getLineColLocation } from "@redocly/openapi-core";
import type { Problem } from "./problem.ts";
import { isReference, resolve } from "./resolve.ts";

/**
 * References that lead back to themselves without reaching anything, such as `A: {$ref: B}, B: {$ref: A}`.
 * Redocly's resolver gives up on one without saying where it stands.
 */
export function findCircularReferences({ source, parsed }: Document): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<unknown>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (isReference(node) && node.$ref.startsWith("#") && isReference(resolve(parsed as never, node))) {
      const { line, col } = getLineColLocation({ source, pointer }).start;
      const message = `The reference \`${node.$ref}\` leads back to itself. Make one of the chain a schema.`;
      problems.push({ file: source.absoluteRef, line, column: col, message });
    }
    for (const [key, child] of Object.entries(node)) {
      visit(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
  };
  visit(parsed, "#");
  return problems;
}
