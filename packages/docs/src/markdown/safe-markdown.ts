import markdownIt, { type Token } from "markdown-it";
import { headingLevels } from "./heading-levels.ts";
import { isAllowedUrl } from "./links.ts";
import { fenced } from "./markdown-text.ts";

export type SafeMarkdownContext = {
  /** Level of the heading that the text stands under. */
  level: number;
  /** The address that a link in the text gets. */
  linkTo(href: string): string;
};

/** Reads what a reader without any care would: raw HTML, and links to anything. */
const careless = new markdownIt({ html: true });
careless.validateLink = () => true;

/**
 * A text of the description as a part of a larger Markdown document: headings go under the one it stands under, code
 * that is not closed is closed, raw HTML is escaped. A text that still could do more than be read becomes code.
 */
export function safeMarkdown(text: string, context: SafeMarkdownContext): string {
  const source = text.replace(/\r\n?/g, "\n").trim();
  if (!mayChange.test(source)) return source;
  const lines = source.split("\n");
  const tokens = careless.parse(source, {});
  const levelOf = headingLevels(context.level);
  for (const token of tokens) {
    const [start, end] = token.map ?? [0, 0];
    if (token.type === "inline") replaceInline(lines, token, context);
    if (token.type === "html_block") escapeLines(lines, start, end);
    if (token.type === "fence") closeFence(lines, token);
    // Headings inside a quotation or a list are no headings of the document.
    if (token.type === "heading_open" && token.level === 0) nestHeading(lines, token, levelOf);
  }
  const safe = lines.filter((line) => line !== removed).join("\n");
  return isHarmless(safe) ? safe : fenced(source, "");
}

/** What HTML, links, headings and fences begin with, or lines under a heading: most texts have none of it. */
const mayChange = /[<[#]|`{3}|~{3}|\n *[=-]/;

/** Cannot stand in a text: splitting at line breaks took them out. */
const removed = "\n";

function nestHeading(lines: string[], { map, tag }: Token, levelOf: (written: number) => number): void {
  const [start, end] = map ?? [0, 0];
  const text = lines
    .slice(start, end)
    .filter((line) => line !== removed && !/^ {0,3}(=+|-+)\s*$/.test(line))
    .map((line) => line.trim().replace(/^#+(\s+|$)|\s+#+$/g, ""));
  lines[start] = `${"#".repeat(levelOf(Number(tag.slice(1))))} ${text.join(" ")}`;
  lines.fill(removed, start + 1, end);
}

function escapeLines(lines: string[], start: number, end: number): void {
  for (let index = start; index < end; index += 1) {
    lines[index] = (lines[index] ?? "").replaceAll("<", "\\<");
  }
}

function closeFence(lines: string[], { map, markup, level }: Token): void {
  const end = map?.[1] ?? 0;
  const last = lines[end - 1] ?? "";
  const isClosed = end - (map?.[0] ?? 0) > 1 && last.trimEnd().endsWith(markup);
  if (level === 0 && end === lines.length && !isClosed) lines.push(markup);
}

/** Changes inline HTML and links where they stand in the source; they are found in order. */
function replaceInline(lines: string[], token: Token, { linkTo }: SafeMarkdownContext): void {
  const [start, end] = token.map ?? [0, 0];
  let text = lines.slice(start, end).join("\n");
  let from = 0;
  const replace = (found: string, replacement: string): void => {
    const at = text.indexOf(found, from);
    if (at < 0) return;
    text = `${text.slice(0, at)}${replacement}${text.slice(at + found.length)}`;
    from = at + replacement.length;
  };
  for (const child of token.children ?? []) {
    if (child.type === "html_inline") replace(child.content, child.content.replaceAll("<", "\\<"));
    const address = child.attrGet("href") ?? child.attrGet("src");
    if (typeof address === "string" && isAllowedUrl(address) && linkTo(address) !== address) {
      replace(`](${address}`, `](${linkTo(address)}`);
    }
  }
  lines.splice(start, end - start, ...text.split("\n"));
}

/** Whether a reader without any care shows this as text and allowed links. */
function isHarmless(markdown: string): boolean {
  const tokens = careless.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return tokens.every((token) => {
    const addresses = [token.attrGet("href"), token.attrGet("src")].filter((address) => address !== null);
    return !token.type.startsWith("html_") && addresses.every((address) => isAllowedUrl(String(address)));
  });
}
