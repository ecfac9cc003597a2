import type { Description } from "../description.ts";
import type { Block, PlainDocument, Section } from "./document.ts";
import { documentHtml } from "./html.ts";
import { keyOf, operationAnchors } from "./operation.ts";
import { type FolderOf, plainDocument } from "./plain-document.ts";

/**
 * The part of the plain reference about each operation, for its own page: a reader without JavaScript cannot unfold what
 * is folded there.
 *
 * @param base path that the site is served under.
 * @param reference path of the plain reference, where links lead to whatever stands elsewhere in it.
 */
export function operationHtml(
  description: Description,
  { base, reference, folderOf }: { base: string; reference: string; folderOf: FolderOf },
): (operation: { method: string; path: string }) => string {
  const sections = sectionsByAnchor(plainDocument(description, folderOf));
  const anchors = operationAnchors(description);
  return (operation) => {
    const section = sections.get(anchors.get(keyOf(operation)) ?? "");
    if (section === undefined) return "";
    const { html } = documentHtml({ title: "", blocks: section.blocks }, { base, root: base });
    return html.replaceAll(/ href="#([^"]*)"/g, (link, anchor: string) => {
      return html.includes(` id="${anchor}"`) ? link : ` href="${reference}#${anchor}"`;
    });
  };
}

function sectionsByAnchor(document: PlainDocument): Map<string, Section> {
  const sections = new Map<string, Section>();
  const visit = (block: Block): void => {
    if (block.kind !== "section") return;
    sections.set(block.anchor, block);
    for (const inner of block.blocks) visit(inner);
  };
  for (const block of document.blocks) visit(block);
  return sections;
}
