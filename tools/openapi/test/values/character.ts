import fc from "fast-check";

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, each as likely as in fast-check's unit "binary". That one lists all 1.1 million of them first, in each
 * process, which takes a second.
 */
export const character: fc.Arbitrary<string> = fc
  .nat(0x10ffff - surrogates.count)
  .map((index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count), indexOf);

/** @throws {TypeError} of what is no character, as fast-check asks for. */
function indexOf(text: unknown): number {
  const code = typeof text === "string" ? (text.codePointAt(0) ?? -1) : -1;
  const isOne = code >= 0 && String.fromCodePoint(code) === text;
  const index = code - surrogates.first;
  if (!isOne || (index >= 0 && index < surrogates.count)) throw new TypeError("It is no character");
  return index < 0 ? code : code - surrogates.count;
}
