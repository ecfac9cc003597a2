/** Characters that stand for themselves wherever they are (RFC 3986 § 2.3). */
const UNRESERVED = /[\w.~-]/;

/** What is written in one way only: characters that a path may have (RFC 3986 § 3.3), none of them encoded. */
const NORMAL = /^[\w.~!$&'()*+,;=:@/-]*$/;

/**
 * Writes a path in one of the ways that mean the same (RFC 3986 § 6.2.2): what need not be encoded is not, what has to be is, and with
 * hexadecimal digits in upper case.
 *
 * @param path Of a URL. What is no percent-encoding in it is left as it is.
 */
export function normalizePath(path: string): string {
  if (NORMAL.test(path)) return path;
  return path.replaceAll(/%[\da-f]{2}|[^\w.~!$&'()*+,;=:@/%-]/giu, (part) => {
    if (!part.startsWith("%")) return encodeURIComponent(part);
    const character = String.fromCharCode(Number.parseInt(part.slice(1), 16));
    return UNRESERVED.test(character) ? character : part.toUpperCase();
  });
}

/** Writes a path, or a piece of one, that stands in a description, in which a `%` may be one that encodes nothing. */
export function normalizeDescribed(path: string): string {
  return normalizePath(path.replaceAll(/%(?![\da-f]{2})/gi, "%25").replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
