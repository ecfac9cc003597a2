import type { SiteAddress } from "../address.ts";
import { type Block, type Field, type Inline, type Option, type PlainDocument, spaced } from "./document.ts";
import { isAllowedUrl, pathInSite } from "./links.ts";
import { codeSpan, escaped, fenced, linkTarget } from "./markdown-text.ts";
import { safeMarkdown } from "./safe-markdown.ts";

/** A document as Markdown: CommonMark that reads well as it is. */
export function documentMarkdown(document: PlainDocument, address: SiteAddress): string {
  const blocks = new Layout(address).blocks(document.blocks, 1);
  return `${[`# ${escaped(document.title)}`, ...blocks].join("\n\n")}\n`;
}

class Layout {
  readonly #address: SiteAddress;

  constructor(address: SiteAddress) {
    this.#address = address;
  }

  /** @param level of the heading that the blocks stand under. */
  blocks(blocks: readonly Block[], level: number): string[] {
    return blocks.map((block) => this.#block(block, level));
  }

  #block(block: Block, level: number): string {
    switch (block.kind) {
      case "section": {
        const heading = `${"#".repeat(Math.min(6, level + 1))} ${inlineText(block.title)}`;
        return [heading, ...this.blocks(block.blocks, Math.min(6, level + 1))].join("\n\n");
      }
      case "paragraph":
        return inlineText(block.content);
      case "markdown":
        return safeMarkdown(block.text, {
          level,
          linkTo: (href) => this.#linkTo(href, block.links.folder),
        });
      case "code":
        return fenced(block.text, block.language);
      case "facts":
        return block.facts.map(inlineText).join("; ");
      case "list":
        return block.items.map((item) => `- ${inlineText(item)}`).join("\n");
      case "fields":
        return block.fields.map((field) => this.#field(field, level)).join("\n");
      case "choice":
        return `${inlineText(block.label)}\n\n${block.options.map((option) => this.#option(option, level)).join("\n")}`;
    }
  }

  /** The Markdown stands at the site's root; links are written for other pages. */
  #linkTo(href: string, folder: string): string {
    if (href.startsWith("#") && folder === "") return `${this.#address.url}reference/${href}`;
    const path = pathInSite(href, this.#address.base, folder);
    return path === undefined ? href : `${this.#address.url}${path}`;
  }

  #field({ name, words, blocks }: Field, level: number): string {
    return this.#item(inlineText(spaced([name, ...words])), blocks, level);
  }

  #option({ title, words, blocks }: Option, level: number): string {
    const name = title === undefined ? [] : [`**${escaped(title)}**`];
    return this.#item([...name, inlineText(spaced(words))].join(" "), blocks, level);
  }

  /** A list item; blocks of one line each follow its first line closely. */
  #item(first: string, blocks: readonly Block[], level: number): string {
    const texts = this.blocks(blocks, level);
    const lines = [first];
    let isClose = true;
    for (const [index, text] of texts.entries()) {
      const isList = blocks[index]?.kind === "fields";
      isClose &&= !text.includes("\n") && !/^(#|[-*+>|~`]|\d+[.)])/.test(text);
      if (!isClose && !isList) lines.push("");
      lines.push(...text.split("\n"));
      isClose &&= !isList;
    }
    return lines
      .map((line, index) => (index === 0 ? `- ${line}` : line === "" ? "" : `  ${line}`))
      .join("\n");
  }
}

function inlineText(content: readonly Inline[]): string {
  const text = content.map(inline).join("").trim();
  // What would begin a heading, a list or a quotation.
  return text.replace(/^(\d+)?(?=[#>+=|~.)-])/, "$1\\");
}

function inline(part: Inline): string {
  if (typeof part === "string") return escaped(part);
  switch (part.kind) {
    case "code":
      return codeSpan(part.text);
    case "type":
      return escaped(part.text);
    case "mark":
      return `(${part.text})`;
    case "link": {
      const shown = part.code ? codeSpan(part.text) : escaped(part.text);
      // Anchors are those of the page; here the text alone says where to look.
      if (part.to.startsWith("#")) return shown;
      return isAllowedUrl(part.to) ? `[${shown}](${linkTarget(part.to)})` : `${shown} (${codeSpan(part.to)})`;
    }
  }
}
