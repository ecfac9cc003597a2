import type { SiteAddress } from "../address.ts";

/** RFC 9309: everything may be read. Crawlers ask for this file at the root of a host only. */
export function robots({ url }: SiteAddress): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${url}sitemap.xml\n`;
}
