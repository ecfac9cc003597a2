import fc from "fast-check";

/** Where the halves of characters stand that are no characters themselves (Unicode § 3.8), and how many there are. */
const [firstHalf, halves] = [0xd800, 0x800];

/**
 * Any Unicode character, as the unit of a string: what fast-check calls "binary", which makes a table of all million of them before
 * it writes the first string.
 */
export const character: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - halves })
  .map((index) => String.fromCodePoint(index < firstHalf ? index : index + halves), indexOf);

/** Which lets fast-check write the names that objects have anyway, and make a string that fails smaller. */
function indexOf(value: unknown): number {
  const [one = "", ...others] = typeof value === "string" ? value : "";
  const code = one.codePointAt(0) ?? firstHalf;
  const isHalf = code >= firstHalf && code < firstHalf + halves;
  if (isHalf || others.length > 0) throw new Error("This is not one character");
  return code < firstHalf ? code : code - halves;
}
