import { firstParagraph } from "../markdown/plain-text.ts";
import type { Reference, TagDocument } from "../reference/document.ts";

/** What the site is about, as one plain paragraph. */
export function landingSummary({ summary, description, title }: Reference): string {
  return summary ?? firstParagraph(description?.text) ?? title;
}

export function tagSummary({ description, title }: TagDocument, reference: Reference): string {
  return firstParagraph(description?.text) ?? `${title}: operations of the ${reference.title}`;
}
