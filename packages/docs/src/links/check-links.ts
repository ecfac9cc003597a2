import { percentDecoded } from "@visitors-api/openapi";
import type { SiteAddress } from "../site/address.ts";
import type { SiteFile } from "../site/site-file.ts";
import { type Links, linksIn } from "./links-in.ts";

/** A link inside the site leads nowhere. The message names the page and the link. */
export class LinkError extends Error {
  override name = "LinkError";
}

/**
 * Follows every link of the site to itself: to a file, and to a place in it when the link names one.
 *
 * @param strict whether a link that leads nowhere is an error.
 * @returns a warning for each that leads nowhere.
 * @throws {LinkError} for the first of them.
 */
export function checkLinks(
  files: readonly SiteFile[],
  address: SiteAddress,
  { strict }: { strict: boolean },
): string[] {
  const site = new Site(files, address);
  const broken = files.flatMap(({ path }) => {
    return [...site.linksIn(path)].flatMap((link) => {
      const problem = site.problemWith(link, path);
      return problem === undefined ? [] : [`${path}: the link "${link}" ${problem}`];
    });
  });
  const [first, ...others] = broken;
  if (first !== undefined && strict) {
    throw new LinkError(others.length === 0 ? first : `${first} (and ${others.length} more broken links)`);
  }
  return broken;
}

class Site {
  readonly #address: SiteAddress;
  readonly #files: ReadonlyMap<string, Links>;
  /** What is wrong with links that lead to the same place from every page, as those of the menu do. */
  readonly #known = new Map<string, string | undefined>();

  constructor(files: readonly SiteFile[], address: SiteAddress) {
    this.#address = address;
    this.#files = new Map(files.map(({ path, text }) => [path, linksIn(path, text)]));
  }

  linksIn(path: string): ReadonlySet<string> {
    return this.#files.get(path)?.links ?? new Set();
  }

  /** What is wrong with a link that stands in a file; undefined when it is good, or leaves the site. */
  problemWith(link: string, path: string): string | undefined {
    if (!link.startsWith("/")) return this.#follow(link, path);
    if (!this.#known.has(link)) this.#known.set(link, this.#follow(link, path));
    return this.#known.get(link);
  }

  #follow(link: string, path: string): string | undefined {
    const { url, base } = this.#address;
    const target = URL.parse(link, url + path.replace(/(^|\/)index\.html$/, "$1"));
    if (target === null) return "is no address";
    if (target.origin !== new URL(url).origin || !target.pathname.startsWith(base)) return undefined;
    const file = this.#fileAt(percentDecoded(target.pathname.slice(base.length)));
    if (file === undefined) return "leads to no file of this site";
    const id = percentDecoded(target.hash.slice(1));
    if (id === "" || id === "top" || !file.endsWith(".html") || this.#files.get(file)?.ids.has(id))
      return undefined;
    return `leads to no place in ${file}`;
  }

  /** Static hosts serve a folder's index.html, and send readers from the folder's name to it. */
  #fileAt(path: string): string | undefined {
    const candidates =
      path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`];
    return candidates.find((candidate) => this.#files.has(candidate));
  }
}
