import api from "../../../../spec/api.json" with { type: "json" };

/** Where the site is published. */
export type SiteAddress = {
  /** Absolute address of the overview, with a slash at the end. */
  url: string;
  /** Its path, with a slash at both ends. */
  base: string;
};

/** The address cannot be used. The message says why, and what to do. */
export class AddressError extends Error {
  override name = "AddressError";
}

/**
 * The address of a site from what is known of it.
 *
 * @param url absolute address. Default: `homepage` in spec/api.json, at the path that `base` says.
 * @param base path. Default: the one of `url`.
 * @throws {AddressError} when one of them cannot be used, or they do not agree.
 */
export function siteAddress({
  url,
  base,
}: {
  url?: string | undefined;
  base?: string | undefined;
}): SiteAddress {
  if (base !== undefined && !isPath(base)) {
    throw new AddressError(`--base ${base}: this is no path with a slash at both ends, such as /docs/`);
  }
  const address = parseUrl(url ?? api.homepage);
  if (url !== undefined && base !== undefined && address.pathname !== base) {
    throw new AddressError(`--base ${base}: the path of --url is ${address.pathname}; leave out one of them`);
  }
  if (base !== undefined) address.pathname = base;
  if (!isPath(address.pathname)) {
    throw new AddressError(`--url ${url}: its path has other characters than letters, digits and . _ ~ -`);
  }
  return { url: address.href, base: address.pathname };
}

function parseUrl(text: string): URL {
  const address = URL.parse(text);
  const isPlain =
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    `${address.username}${address.password}${address.search}${address.hash}` === "";
  if (!isPlain) {
    throw new AddressError(`--url ${text}: this is no address such as https://example.com/docs/`);
  }
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}

function isPath(text: string): boolean {
  return /^\/([\w.~-]+\/)*$/.test(text) && !/\/\.{1,2}\//.test(text);
}
