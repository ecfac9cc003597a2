import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import { escapeHtml } from "../html/escape-html.ts";
import { menuOf } from "../site/menu.ts";
import { pageUrl } from "../site/page-url.ts";

/** The site's pages for crawlers (https://www.sitemaps.org/protocol.html). No dates: the same site gives the same bytes. */
export const GET: APIRoute = () => {
  const site = currentSite();
  const sections = menuOf(site);
  const folders = [
    "",
    ...sections.flatMap(({ folder, items }) => [folder ?? [], items.map((item) => item.folder)].flat()),
  ];
  const addresses = [...new Set(folders)].map((folder) => pageUrl(site.address.url, folder));
  return new Response(
    [
      `<?xml version="1.0" encoding="UTF-8"?>`,
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
      ...addresses.map((address) => `  <url><loc>${escapeHtml(address)}</loc></url>`),
      `</urlset>`,
      ``,
    ].join("\n"),
    { headers: { "Content-Type": "application/xml" } },
  );
};
