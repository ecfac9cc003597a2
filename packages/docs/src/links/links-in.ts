import markdownIt from "markdown-it";

/**
 * The links and other addresses in a file of the site as they are written. Every HTML file is written by this build:
 * attributes stand in double quotes, and in them and in texts `<`, `>`, `"` and `&` are escaped.
 */
export function linksIn(path: string, text: string): string[] {
  if (path.endsWith(".html")) return attributesIn(text, /^(href|src|data-form)$/);
  if (path.endsWith(".md") || path.endsWith("llms.txt")) return linksInMarkdown(text);
  if (path.endsWith("sitemap.xml"))
    return [...text.matchAll(/<loc>([^<]*)</g)].map(([, address]) => unescapeHtml(address));
  return [];
}

/** What a fragment in an address of an HTML file can name. */
export function idsIn(html: string): Set<string> {
  return new Set(attributesIn(html, /^id$/));
}

function attributesIn(html: string, name: RegExp): string[] {
  const markup = html.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, "$1");
  return [...markup.matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) =>
    [...tag.matchAll(/ ([\w:-]+)="([^"]*)"/g)]
      .filter(([, attribute = ""]) => name.test(attribute))
      .map(([, , value]) => unescapeHtml(value)),
  );
}

function linksInMarkdown(markdown: string): string[] {
  return new markdownIt({ html: false })
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => [token.attrGet("href"), token.attrGet("src")])
    .filter((address) => typeof address === "string");
}

const characters: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
  "&amp;": "&",
};

function unescapeHtml(text = ""): string {
  return text.replace(/&(lt|gt|quot|#x27|#39|amp);/g, (reference) => characters[reference] ?? reference);
}
