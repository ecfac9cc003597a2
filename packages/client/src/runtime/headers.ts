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
  // No name has a colon.
  if (!/^[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*$/.test(`${name}:${text}`)) {
    throw new TypeError(`The header ${name} has a forbidden character`);
  }
  headers[name.toLowerCase()] = text;
}

/**
 * Headers with those of several sources in their place, a later one's in place of an earlier one's; null removes a header.
 *
 * @param headers Their names are in lower case, and they have no forbidden character.
 */
export function mergeHeaders(
  headers: HeaderRecord,
  ...sources: (HeadersOptions | undefined)[]
): HeaderRecord {
  for (const source of sources) {
    if (!source) continue;
    for (const [name, value] of Symbol.iterator in source ? source : Object.entries(source)) {
      if (value === null) delete headers[name.toLowerCase()];
      else if (value !== undefined) setHeader(headers, name, value);
    }
  }
  return headers;
}
