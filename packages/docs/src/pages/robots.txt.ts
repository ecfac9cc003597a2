import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";

/** RFC 9309: everything may be read. Crawlers ask for this file at the root of a host only. */
export const GET: APIRoute = () => {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${currentSite().address.url}sitemap.xml\n`);
};
