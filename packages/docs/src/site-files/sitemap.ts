import { escapeHtml } from "../escape-html.ts";

/** The site's pages for crawlers (https://www.sitemaps.org/protocol.html). No dates: the same site gives the same bytes. */
export function sitemap(addresses: readonly string[]): string {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...addresses.map((address) => `  <url><loc>${escapeHtml(address)}</loc></url>`),
    `</urlset>`,
    ``,
  ].join("\n");
}
