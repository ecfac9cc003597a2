/**
 * Whether a double holds a number (RFC 8259 § 6): rounded to as many digits as it came with, it is still the same. That is not so of
 * `1e400`, `9007199254740993` and `1e-400`; `-0` is 0, and `0.10000000000000001`, as C prints a tenth, is a tenth. Where
 * a double is halfway between two numbers of so many digits, both are it: languages differ in which they print.
 *
 * @param text A number as JSON writes it.
 */
export function isHeld(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const given = decimal(text);
  const digits = Math.min(Math.max(given.digits.length, 1), MOST_DIGITS);
  // It rounds what is halfway away from zero.
  if (isSame(given, decimal(value.toPrecision(digits)))) return true;
  const halfMore = { digits: `${given.digits}5`, exponent: given.exponent - 1 };
  return isSame(halfMore, decimal(value.toPrecision(MOST_DIGITS)));
}

/** What `toPrecision` writes at most. */
const MOST_DIGITS = 100;

/** A number as its digits, neither first nor last of which is 0, times a power of ten; zero has none, and none. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function isSame(one: Decimal, other: Decimal): boolean {
  return one.digits === other.digits && one.exponent === other.exponent;
}

function decimal(text: string): Decimal {
  const [, whole = "", fraction = "", power = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  let { length } = all;
  // A pattern would try again from each of many zeros.
  while (all[length - 1] === "0") length--;
  if (length === 0) return { digits: "", exponent: 0 };
  return { digits: all.slice(0, length), exponent: Number(power) - fraction.length + (all.length - length) };
}

/** What a message says of a number that no double holds, which may be as long as a stranger likes. */
export function unheld(text: string): string {
  return `the number ${text.length > 40 ? `${text.slice(0, 40)}…` : text}, which a double cannot hold`;
}
