import markdownIt, { type Token } from "markdown-it";
import { kebabCase } from "../kebab-case.ts";
import { headingLevels } from "../markdown/heading-levels.ts";
import { isAllowedUrl } from "../markdown/links.ts";
import { escapeHtml } from "./escape-html.ts";
import { highlight } from "./highlight.ts";

export type MarkdownContext = {
  /** Level of the heading that the text stands under. */
  level: number;
  /** The address in this page of a link in the text. */
  linkTo(href: string): string;
  /** Gives a heading's id, when headings have one. */
  headingId?: ((slug: string) => string) | undefined;
};

export type Heading = { level: number; id: string; text: string };

const parser = new markdownIt({ html: false });
parser.validateLink = isAllowedUrl;

/** An image becomes a link to it, or its text where it is in a link: a page asks no other origin for anything. */
parser.renderer.rules["image"] = (tokens, index) => {
  const image = tokens[index];
  const source = String(image?.attrGet("src") ?? "");
  const text = escapeHtml(image?.content || source);
  const depth = tokens.slice(0, index).reduce((sum, { type, nesting }) => {
    return type.startsWith("link_") ? sum + nesting : sum;
  }, 0);
  return depth > 0 ? text : `<a href="${escapeHtml(source)}">${text}</a>`;
};

/** A wide block scrolls, and what scrolls can be reached with the keyboard. */
parser.renderer.rules["fence"] = (tokens, index) => {
  const { content = "", info = "" } = tokens[index] ?? {};
  const [language = ""] = info.trim().split(/\s+/);
  return `<pre tabindex="0"><code>${highlight(content.trimEnd(), language)}</code></pre>\n`;
};
parser.renderer.rules["code_block"] = parser.renderer.rules["fence"];
parser.renderer.rules["table_open"] = () =>
  `<div class="table" role="group" aria-label="Table" tabindex="0"><table>`;
parser.renderer.rules["table_close"] = () => `</table></div>`;

/**
 * CommonMark and tables as HTML, and its headings. Raw HTML is shown as the text it is; a link that could run something
 * is no link.
 */
export function markdownHtml(text: string, context: MarkdownContext): { html: string; headings: Heading[] } {
  const tokens = parser.parse(text, {});
  const headings = nestHeadings(tokens, context);
  for (const [index, token] of tokens.entries()) {
    for (const child of token.children ?? []) {
      for (const name of ["href", "src"]) {
        const address = child.attrGet(name);
        if (address !== null) child.attrSet(name, context.linkTo(String(address)));
      }
    }
    // A header cell that heads nothing is no header, and a style attribute is nothing that a page's policy allows.
    if (/^t[hd]_open$/.test(token.type)) token.attrs = null;
    const isEmptyHeader = token.type === "th_open" && tokens[index + 1]?.content === "";
    if (isEmptyHeader) for (const part of [token, tokens[index + 2]]) if (part !== undefined) part.tag = "td";
  }
  return { html: parser.renderer.render(tokens, parser.options, {}).trim(), headings };
}

function nestHeadings(tokens: readonly Token[], context: MarkdownContext): Heading[] {
  const levelOf = headingLevels(context.level);
  const headings: Heading[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const text = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join("");
    const level = levelOf(Number(token.tag.slice(1)));
    const tag = text === "" ? "p" : `h${level}`;
    for (const part of [token, tokens[index + 2]]) if (part !== undefined) part.tag = tag;
    if (context.headingId === undefined || text === "") continue;
    const id = context.headingId(kebabCase(text) || "section");
    token.attrSet("id", id);
    headings.push({ level, id, text });
  }
  return headings;
}
