/** A number as it is written: 0.3 is a multiple of 0.1, whatever floating point makes of it. */
interface Decimal {
  readonly digits: bigint;
  /** The power of ten to multiply the digits by. */
  readonly exponent: number;
}

/** Whether a number is a multiple of another, both as they are written (JSON Schema Validation § 6.2.1). */
export function isMultiple(number: number, divisor: number): boolean {
  if (Number.isInteger(number) && Number.isInteger(divisor)) return number % divisor === 0;
  const [scaled, by] = aligned(decimal(number), decimal(divisor));
  return scaled % by === 0n;
}

/** A multiple of a number. */
export function multiple(number: number, times: bigint): number {
  const { digits, exponent } = decimal(number);
  return Number(`${digits * times}e${exponent}`);
}

/** The least number that is a multiple of two others, both more than zero. */
export function leastCommonMultiple(a: number, b: number): number {
  const [x, y, exponent] = aligned(decimal(a), decimal(b));
  let [divisor, rest] = [x, y];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return Number(`${(x * y) / divisor}e${exponent}`);
}

/** The shortest digits that are the number. */
function decimal(number: number): Decimal {
  const [mantissa = "", exponent = ""] = number.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** The digits of both for the same exponent. */
function aligned(a: Decimal, b: Decimal): [bigint, bigint, exponent: number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const digitsOf = (number: Decimal) => number.digits * 10n ** BigInt(number.exponent - exponent);
  return [digitsOf(a), digitsOf(b), exponent];
}
