import { plainText } from "../markdown/plain-text.ts";
import type { Reference, TagDocument } from "../reference/document.ts";

/** What the site is about, as one plain paragraph. */
export function landingSummary({ summary, description, title }: Reference): string {
  return summary ?? firstParagraph(description?.text) ?? title;
}

export function tagSummary({ description, title }: TagDocument, reference: Reference): string {
  return firstParagraph(description?.text) ?? `${title}: operations of the ${reference.title}`;
}

/** The first paragraph of a text in Markdown, for where there is room for so much. */
export function firstParagraph(markdown: string | undefined): string | undefined {
  const [line] = (plainText(markdown) ?? "").split("\n");
  return line?.slice(0, 300) || undefined;
}
