import { type Check, fail } from "../check.ts";

/** `minimum`. */
export function minimum(limit: number): Check {
  return (value) =>
    typeof value === "number" && value < limit ? fail(`must be at least ${limit}`) : undefined;
}

/** `maximum`. */
export function maximum(limit: number): Check {
  return (value) =>
    typeof value === "number" && value > limit ? fail(`must be at most ${limit}`) : undefined;
}

/** `exclusiveMinimum`. */
export function exclusiveMinimum(limit: number): Check {
  return (value) =>
    typeof value === "number" && value <= limit ? fail(`must be more than ${limit}`) : undefined;
}

/** `exclusiveMaximum`. */
export function exclusiveMaximum(limit: number): Check {
  return (value) =>
    typeof value === "number" && value >= limit ? fail(`must be less than ${limit}`) : undefined;
}

/** `multipleOf`, of the numbers as they are written: 0.3 is a multiple of 0.1, whatever floating point makes of it. */
export function multipleOf(divisor: number): Check {
  return (value) =>
    typeof value === "number" && Number.isFinite(value) && !isMultiple(value, divisor)
      ? fail(`must be a multiple of ${divisor}`)
      : undefined;
}

function isMultiple(value: number, divisor: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(divisor)) return value % divisor === 0;
  const [digits, exponent] = decimal(value);
  const [divisorDigits, divisorExponent] = decimal(divisor);
  const common = Math.min(exponent, divisorExponent);
  const scaled = (number: bigint, by: number) => number * 10n ** BigInt(by - common);
  return scaled(digits, exponent) % scaled(divisorDigits, divisorExponent) === 0n;
}

/** The shortest digits that are the number, and the power of ten to multiply them by. */
function decimal(number: number): [digits: bigint, exponent: number] {
  const [mantissa = "", exponent = ""] = number.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
