import { type BaseResolver, type Document, getLineColLocation } from "@redocly/openapi-core";
import { isReference, pointerKeys } from "@visitors-api/openapi";
import type { Problem } from "./problem.ts";

/**
 * References that lead back to themselves without reaching anything, such as `A: {$ref: B}, B: {$ref: A}`.
 * Redocly's resolver gives up on one without saying where it stands.
 *
 * @param resolver As it is after it gave up: it has the files that it read until then.
 */
export async function findCircularReferences(resolver: BaseResolver): Promise<Problem[]> {
  const files = new Map<string, Document>();
  for (const [file, read] of resolver.cache) {
    // A file that cannot be read refers to nothing.
    const document = await read.catch(() => undefined);
    if (document && "parsed" in document) files.set(file, document);
  }

  interface Place {
    readonly document: Document;
    readonly node: unknown;
  }
  const next = ({ document, node }: Place): Place | undefined => {
    if (!isReference(node)) return undefined;
    const [file = "", fragment = ""] = node.$ref.split("#", 2);
    const base = document.source.absoluteRef;
    const target = file === "" ? document : files.get(resolver.resolveExternalRef(base, file));
    return target && { document: target, node: nodeAt(target.parsed, fragment) };
  };
  const isCircular = (start: Place): boolean => {
    const seen = new Set<unknown>();
    for (let place: Place | undefined = start; place; place = next(place)) {
      if (seen.has(place.node)) return true;
      seen.add(place.node);
    }
    return false;
  };

  const problems: Problem[] = [];
  for (const document of files.values()) {
    const { source, parsed } = document;
    const seen = new Set<unknown>();
    const visit = (node: unknown, pointer: string): void => {
      if (typeof node !== "object" || node === null || seen.has(node)) return;
      seen.add(node);
      if (isReference(node) && isCircular({ document, node })) {
        const { line, col } = getLineColLocation({ source, pointer }).start;
        const message = `The reference \`${node.$ref}\` leads back to itself. Make one of the chain a schema.`;
        problems.push({ file: source.absoluteRef, line, column: col, message });
      }
      for (const [key, child] of Object.entries(node)) {
        visit(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
      }
    };
    visit(parsed, "#");
  }
  return problems;
}

/** What a pointer leads to by itself; undefined where it leads to nothing or on through a reference. */
function nodeAt(root: unknown, fragment: string): unknown {
  if (fragment === "") return root;
  return pointerKeys(fragment).reduce<unknown>((node, key) => {
    const isThere = typeof node === "object" && node !== null && Object.hasOwn(node, key);
    // It is an object with that key.
    return isThere ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
  }, root);
}
