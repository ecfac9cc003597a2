import type { Fact, Inline, Markdown } from "../reference/document.ts";
import type { SiteAddress } from "../site/address.ts";
import { isAllowedUrl, pathInSite } from "./links.ts";
import { codeSpan, escaped, linkTarget } from "./markdown-text.ts";
import { safeMarkdown } from "./safe-markdown.ts";

/** A sentence as Markdown. */
export function inlineMarkdown(words: readonly Inline[]): string {
  const text = words.map(piece).join("").trim();
  // What would begin a heading, a list or a quotation.
  return text.replace(/^(\d+)?(?=[#>+=|~.)-])/, "$1\\");
}

/** Facts on one line. */
export function factsMarkdown(facts: readonly Fact[]): string {
  return facts.map(inlineMarkdown).join("; ");
}

/** A text of the description as a part of a larger document. */
export function textMarkdown(
  text: Markdown | undefined,
  { level, address }: { level: number; address: SiteAddress },
): string[] {
  if (text === undefined) return [];
  // Markdown is read where it is not served from: links are whole addresses.
  const linkTo = (href: string): string => {
    const path = pathInSite(href, address.base, text.folder);
    return path === undefined ? href : `${address.url}${path}`;
  };
  return [safeMarkdown(text.text, { level, linkTo })];
}

/** A heading, at most of level 6. */
export function headingMarkdown(level: number, text: string): string {
  return `${"#".repeat(Math.min(6, level))} ${text}`;
}

/** A list item; blocks of one line each follow its first line closely. */
export function itemMarkdown(first: string, blocks: readonly string[]): string {
  const lines = [first];
  let isClose = true;
  for (const block of blocks) {
    const isList = block.startsWith("- ");
    isClose &&= !block.includes("\n") && !/^(#|[-*+>|~`]|\d+[.)])/.test(block);
    if (!isClose && !isList) lines.push("");
    lines.push(...block.split("\n"));
    isClose &&= !isList;
  }
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line === "" ? "" : `  ${line}`)).join("\n");
}

function piece(part: Inline): string {
  if (typeof part === "string") return escaped(part);
  if (part.kind === "code") return codeSpan(part.text);
  // Anchors are those of the page; here the text alone says where to look.
  if (part.to.startsWith("#")) return escaped(part.text);
  return isAllowedUrl(part.to)
    ? `[${escaped(part.text)}](${linkTarget(part.to)})`
    : `${escaped(part.text)} (${codeSpan(part.to)})`;
}
