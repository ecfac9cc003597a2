/**
 * The base URL, if it is one, without a slash at its end.
 *
 * @throws {TypeError} when it is not an absolute http or https URL, or has a part that no path can follow.
 */
export function checkBaseUrl(baseUrl: string | URL = ""): string {
  const url = `${baseUrl}`;
  // A path follows, which begins with a slash.
  if (/^https?:\/\/[^\s?#@\\]+$/i.test(url) && URL.canParse(url)) return url.replace(/\/$/, "");
  throw new TypeError("baseUrl must be http(s)://host/path");
}

/** Whether what is sent there can be read on the way: it goes over plain http, and to another machine. */
export function isExposed(url: string): boolean {
  return /^http:\/\/(?!(([^/]+\.)?localhost|127\.[\d.]+|\[::1])(:\d+)?\/)/i.test(url);
}
