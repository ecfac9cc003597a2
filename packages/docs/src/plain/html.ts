import { escapeHtml } from "../escape-html.ts";
import { Anchors } from "./anchors.ts";
import {
  type Block,
  type Field,
  type Inline,
  type Option,
  type PlainDocument,
  type Section,
  spaced,
} from "./document.ts";
import { isAllowedUrl, pathInSite } from "./links.ts";
import { type Heading, markdownHtml } from "./markdown-html.ts";

export type HtmlContext = {
  /** Path that the site is served under. */
  base: string;
  /** The way from this page to the site's folder, such as `../`. */
  root: string;
};

/** A document as HTML for the inside of `<main>`, and its headings down to level 3. */
export function documentHtml(
  document: PlainDocument,
  context: HtmlContext,
): { html: string; headings: Heading[] } {
  const layout = new Layout(context);
  const html = layout.blocks(document.blocks, 1);
  return { html, headings: layout.headings.filter(({ level }) => level <= 3) };
}

class Layout {
  readonly headings: Heading[] = [];
  /** Ids of the text's own headings; they have a slash in them, and no other anchor has. */
  readonly #anchors = new Anchors();
  readonly #context: HtmlContext;

  constructor(context: HtmlContext) {
    this.#context = context;
  }

  /** @param level of the heading that the blocks stand under. */
  blocks(blocks: readonly Block[], level: number): string {
    return blocks.map((block) => this.#block(block, level)).join("\n");
  }

  #block(block: Block, level: number): string {
    switch (block.kind) {
      case "section":
        return this.#section(block, Math.min(6, level + 1));
      case "paragraph":
        return `<p>${inlineHtml(block.content)}</p>`;
      case "markdown":
        return this.#markdown(block, level);
      case "code":
        return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
      case "facts":
        return `<p class="facts">${block.facts.map((fact) => `<span>${inlineHtml(fact)}</span>`).join(" ")}</p>`;
      case "list":
        return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("\n")}</ul>`;
      case "fields":
        return `<dl>${block.fields.map((field) => this.#field(field, level)).join("\n")}</dl>`;
      case "choice": {
        const options = block.options.map((option) => this.#option(option, level));
        return `<p class="choice">${inlineHtml(block.label)}</p>\n<ul class="options">${options.join("\n")}</ul>`;
      }
    }
  }

  #section({ anchor, title, blocks }: Section, level: number): string {
    this.headings.push({ level, id: anchor, text: title.map(textOf).join("") });
    const heading = `<h${level} id="${escapeHtml(anchor)}">${inlineHtml(title)}</h${level}>`;
    return `<section>${heading}\n${this.blocks(blocks, level)}</section>`;
  }

  #markdown({ text, links }: Extract<Block, { kind: "markdown" }>, level: number): string {
    const { html, headings } = markdownHtml(text, {
      level,
      linkTo: (href) => this.#linkTo(href, links.folder),
      // The same ids as in Redoc's pages, so that a link to one works in both.
      ...(links.headings ? { headingId: (slug: string) => this.#anchors.take(`section/${slug}`) } : {}),
    });
    this.headings.push(...headings);
    return html;
  }

  /** A link of the description starts from the page that it is written for; this page is another. */
  #linkTo(href: string, folder: string): string {
    if (href.startsWith("#") && folder === "") return href;
    const path = pathInSite(href, this.#context.base, folder);
    return path === undefined ? href : `${this.#context.root}${path}`;
  }

  #field({ anchor, name, words, blocks }: Field, level: number): string {
    const link = `<a href="#${escapeHtml(encodeURIComponent(anchor))}">${inlineHtml([name])}</a>`;
    const term = `<dt id="${escapeHtml(anchor)}">${link} ${inlineHtml(spaced(words))}</dt>`;
    return `${term}<dd>${this.blocks(blocks, level)}</dd>`;
  }

  #option({ anchor, title, words, blocks }: Option, level: number): string {
    const line = spaced(title === undefined ? words : [title, ...words]);
    return `<li id="${escapeHtml(anchor)}"><p>${inlineHtml(line)}</p>\n${this.blocks(blocks, level)}</li>`;
  }
}

function inlineHtml(content: readonly Inline[]): string {
  return content.map(inline).join("");
}

function inline(part: Inline): string {
  if (typeof part === "string") return escapeHtml(part);
  const text = escapeHtml(part.text);
  switch (part.kind) {
    case "code":
      return `<code>${text}</code>`;
    case "type":
      return `<span class="type">${text}</span>`;
    case "mark":
      return `<strong class="${text.replaceAll(" ", "-")}">${text}</strong>`;
    case "link": {
      const shown = part.code ? `<code>${text}</code>` : text;
      // An address that may not be a link is still worth reading.
      return isAllowedUrl(part.to)
        ? `<a href="${escapeHtml(hrefOf(part.to))}">${shown}</a>`
        : `${shown} (${escapeHtml(part.to)})`;
    }
  }
}

function hrefOf(to: string): string {
  return to.startsWith("#") ? `#${encodeURIComponent(to.slice(1))}` : to;
}

function textOf(part: Inline): string {
  return typeof part === "string" ? part : part.text;
}
