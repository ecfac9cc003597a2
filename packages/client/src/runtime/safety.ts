/**
 * The base URL, if it is one.
 *
 * @throws {TypeError} when it is not an absolute http or https URL, or has a part that no path can follow.
 */
export function checkBaseUrl(baseUrl = ""): string {
  if (/^https?:\/\/[^\s?#@\\]+$/i.test(baseUrl) && URL.canParse(baseUrl)) return baseUrl;
  throw new TypeError("baseUrl must be http(s)://host/path");
}

/** Whether what is sent there can be read on the way: it goes over plain http, and to another machine. */
export function isExposed(url: string): boolean {
  return /^http:\/\/(?!(([^/]+\.)?localhost|127\.[\d.]+|\[::1])(:\d+)?([/?]|$))/i.test(url);
}
