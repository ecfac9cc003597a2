import type { SiteAddress } from "../address.ts";
import type { TextFile } from "../bundle.ts";
import type { Description } from "../description.ts";
import { pageUrl } from "../page-url.ts";
import type { Page } from "../pages.ts";
import { llms } from "./llms.ts";
import { robots } from "./robots.ts";
import { sitemap } from "./sitemap.ts";

/**
 * What programs look for in a site.
 *
 * @param folders folders of pages that `pages` does not have.
 */
export function siteFiles(
  description: Description,
  { pages, folders, address }: { pages: readonly Page[]; folders: readonly string[]; address: SiteAddress },
): TextFile[] {
  const addresses = [...pages.map(({ folder }) => folder), ...folders].map((folder) =>
    pageUrl(address.url, folder),
  );
  return [
    { path: "sitemap.xml", text: sitemap(addresses) },
    { path: "robots.txt", text: robots(address) },
    { path: "llms.txt", text: llms(description, pages, address) },
  ];
}
