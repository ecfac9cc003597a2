import { pathInSite } from "../markdown/links.ts";

/**
 * The address of a link in a text of the description, on a page of the site.
 *
 * @param href as its author wrote it, for the page that the text belongs to.
 * @param written folder of that page.
 * @param shown folder of the page that shows the text; it may be another.
 */
export function siteLink(
  href: string,
  { base, written, shown }: { base: string; written: string; shown: string },
): string {
  if (href.startsWith("#") && written === shown) return href;
  const path = pathInSite(href, base, written);
  return path === undefined ? href : `${base}${path}`;
}
