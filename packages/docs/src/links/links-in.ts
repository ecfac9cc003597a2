import markdownIt from "markdown-it";

/** What a file of the site leads to, and what in it can be led to. */
export type Links = {
  /** Links and other addresses as they are written, each once. */
  readonly links: ReadonlySet<string>;
  /** What a fragment in an address of the file can name. */
  readonly ids: ReadonlySet<string>;
};

/**
 * The links in a file of the site. Every HTML file is written by this build: attributes stand in double quotes, and in them and in
 * texts `<`, `>`, `"` and `&` are escaped.
 */
export function linksIn(path: string, text: string): Links {
  if (path.endsWith(".html")) return linksInHtml(text);
  const links = path.endsWith("sitemap.xml")
    ? [...text.matchAll(/<loc>([^<]*)</g)].map(([, address]) => unescapeHtml(address))
    : path.endsWith(".md") || path.endsWith("llms.txt")
      ? linksInMarkdown(text)
      : [];
  return { links: new Set(links), ids: new Set() };
}

function linksInHtml(html: string): Links {
  const links = new Set<string>();
  const ids = new Set<string>();
  const markup = html.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, "$1");
  // What stands between two tags is passed over as a whole.
  for (const [, name, value] of markup.matchAll(/>[^<]*| ([\w:-]+)="([^"]*)"/g)) {
    if (name === "id") ids.add(unescapeHtml(value));
    if (name === "href" || name === "src" || name === "data-form") links.add(unescapeHtml(value));
  }
  return { links, ids };
}

const parser = new markdownIt({ html: false });
// CommonMark 0.31 § 6.3 to 6.5: links, images and autolinks begin with a bracket, and most texts have none.
parser.core.ruler.at("inline", ({ tokens, md, env }) => {
  for (const { type, content, children } of tokens) {
    if (type === "inline" && /[[<]/.test(content)) md.inline.parse(content, md, env, children ?? []);
  }
});

function linksInMarkdown(markdown: string): string[] {
  return parser
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
