/** Whether a link may stand in a page: the web, mail and the site itself, and nothing that runs or embeds. */
export function isAllowedUrl(url: string): boolean {
  // Browsers skip white space and control characters when they read a scheme (URL Standard § 4.1).
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  const read = url.replace(/[\u0000-\u0020]/g, "").toLowerCase();
  return /^(https?|mailto):/.test(read) || !/^[^/?#]*:/.test(read);
}

/**
 * A link in the description's Markdown, which is written for the page of an operation, as a path from the site's own
 * folder; undefined when it leaves the site or is no path.
 *
 * @param base path that the site is served under.
 * @param folder folder of the page that the link is written for.
 */
export function pathInSite(href: string, base: string, folder: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return undefined;
  // Only the path is looked at; the host stands for any.
  const { pathname, search, hash } = new URL(
    href,
    `http://site.invalid${base}${folder === "" ? "" : `${folder}/`}`,
  );
  return pathname.startsWith(base) ? `${pathname.slice(base.length)}${search}${hash}` : undefined;
}
