/*
 * What HTTP can carry in a header. Every platform throws for anything else, at a time when nobody is left to say so to.
 */

/** RFC 9110 § 5.6.2: the name of a header, and much else. */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(text);
}

/** RFC 9110 § 5.5: the value of a header, of characters that are one byte each. */
export function isFieldValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
