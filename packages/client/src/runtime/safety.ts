/** What RFC 9110 § 5.5 lets a header's value be made of: visible characters, spaces and tabs. */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Refuses what the platform would refuse too, in words that do not repeat the value: it may be a secret. */
export function checkHeader(name: string, value: unknown): void {
  if (!headerValue.test(String(value)))
    throw new TypeError(`The header ${name} has a character that no header may have.`);
}

/**
 * The base URL without its trailing slash.
 *
 * @throws {TypeError} when it is not an absolute http or https URL, or has a part that a path cannot follow.
 */
export function checkBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      "baseUrl must be an absolute http or https URL without credentials, query or fragment.",
    );
  }
  return baseUrl.replace(/\/+$/, "");
}

/** Whether a credential sent there can be read on the way: plain http, to another machine. */
export function isExposed(url: string): boolean {
  return /^http:\/\/(?!(localhost|[^/:]+\.localhost|127(\.\d+){3}|\[::1\])([:/]|$))/i.test(url);
}

/**
 * Refuses a path parameter that would move the request to another path. Slashes and percent signs are encoded anyway;
 * a segment of dots is not, and URL parsers resolve it (RFC 3986 § 5.2.4).
 */
export function checkPathParameter(name: string, value: unknown): void {
  if (/^\.{0,2}$/.test(String(value)))
    throw new TypeError(`The path parameter ${name} must not be empty or dots.`);
}
