import markdownIt, { type Token } from "markdown-it";

const parser = new markdownIt({ html: false });

/** The text of Markdown without its marks, a paragraph to a line; undefined when there is none. */
export function plainText(markdown: unknown): string | undefined {
  if (typeof markdown !== "string") return undefined;
  const lines = parser.parse(markdown, {}).flatMap((token) => {
    if (token.type === "fence" || token.type === "code_block") return [token.content.trim()];
    return token.type === "inline" ? [inlineText(token)] : [];
  });
  return lines.join("\n").trim() || undefined;
}

/** The first paragraph of a text in Markdown, for where there is room for so much. */
export function firstParagraph(markdown: string | undefined): string | undefined {
  const [line] = (plainText(markdown) ?? "").split("\n");
  return line?.slice(0, 300) || undefined;
}

function inlineText({ children }: Token): string {
  const texts = (children ?? []).map(({ type, content }) => (/break$/.test(type) ? " " : content));
  return texts.join("");
}
