import type { HeadersOptions } from "openapi-fetch";

/** Headers by their names in lower case. Unlike the platform's, they cost nothing to make. */
export type HeaderRecord = Record<string, string>;

/**
 * Sets a header.
 *
 * @throws {TypeError} when the name or the value has a character that RFC 9110 § 5 forbids. Unlike the platform's own
 * error, it does not repeat the value, which may be a secret.
 */
export function setHeader(headers: HeaderRecord, name: string, value: unknown): void {
  // A list is its items between commas, which is what a list in a header is (RFC 9110 § 5.6.1).
  const text = `${value}`;
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
    throw new TypeError(`The header ${name} has a forbidden character`);
  }
  headers[name.toLowerCase()] = text;
}

/** The headers of all sources, a later one's in place of an earlier one's; null removes a header. */
export function mergeHeaders(...sources: (HeadersOptions | undefined | false)[]): HeaderRecord {
  const headers: HeaderRecord = {};
  for (const source of sources) {
    const entries = source && Symbol.iterator in source ? source : Object.entries(source || {});
    for (const [name, value] of entries) {
      if (value === null) delete headers[name.toLowerCase()];
      else if (value !== undefined) setHeader(headers, name, value);
    }
  }
  return headers;
}
