import { isAllowedUrl } from "../markdown/links.ts";
import type { Inline } from "../reference/document.ts";
import { escapeHtml } from "./escape-html.ts";

/** A sentence as HTML. */
export function inlineHtml(words: readonly Inline[]): string {
  return words.map(pieceHtml).join("");
}

/** The address of a place on the same page. */
export function hrefOf(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}

function pieceHtml(piece: Inline): string {
  if (typeof piece === "string") return escapeHtml(piece);
  const text = escapeHtml(piece.text);
  if (piece.kind === "code") return `<code>${text}</code>`;
  // An address that may not be a link is still worth reading.
  if (!isAllowedUrl(piece.to)) return `${text} (${escapeHtml(piece.to)})`;
  const href = piece.to.startsWith("#") ? hrefOf(piece.to.slice(1)) : piece.to;
  return `<a href="${escapeHtml(href)}">${text}</a>`;
}
