import type { Parts } from "./applied.ts";
import { isMultiple, leastCommonMultiple, multiple } from "./decimal.ts";
import { excluded, highest, lowest, said } from "./parts.ts";

const mostTries = 300;

/** Says whether a number is within limits, and a multiple of what it has to be one of. */
export function fitsNumber(parts: Parts): (number: number) => boolean {
  const divisors = said(parts, "multipleOf");
  const excludedDivisors = excluded(parts, "multipleOf");
  return (number) =>
    number >= highest(parts, "minimum") &&
    number <= lowest(parts, "maximum") &&
    number > highest(parts, "exclusiveMinimum") &&
    number < lowest(parts, "exclusiveMaximum") &&
    divisors.every((divisor) => isMultiple(number, divisor)) &&
    !excludedDivisors.some((divisor) => isMultiple(number, divisor));
}

/** Numbers that may fit, those nearest to zero first. */
export function* numbers(parts: Parts, isInteger: boolean): Generator<number> {
  const least = Math.max(highest(parts, "minimum"), highest(parts, "exclusiveMinimum"));
  const most = Math.min(lowest(parts, "maximum"), lowest(parts, "exclusiveMaximum"));
  const nearest = least > 0 ? least : Math.min(most, 0);
  const divisors = [...said(parts, "multipleOf"), ...(isInteger ? [1] : [])];
  const step = divisors.length > 0 ? divisors.reduce(leastCommonMultiple) : 1;
  // Many divide with floating point, and for them 0.07 is no multiple of 0.01.
  const isPlain = (number: number) => divisors.every((divisor) => (number / divisor) % 1 === 0);
  for (const number of multiples(step, nearest)) if (isPlain(number)) yield number;
  if (!Number.isInteger(step)) yield* multiples(step, nearest);
  yield* [least, most];
  if (divisors.length > 0) return;
  const from = Number.isFinite(least) ? least : most - 1;
  const middle = from + (Number.isFinite(most) ? most - from : 1) / 2;
  for (let digits = 1; digits < 18; digits++) yield Number(middle.toPrecision(digits));
}

/** Multiples of a number, the nearest to another first. */
function* multiples(step: number, nearest: number): Generator<number> {
  const times = nearest / step;
  if (!Number.isFinite(times)) return;
  const first = BigInt(Math.round(times));
  for (let away = 0n; away < mostTries; away++) {
    yield multiple(step, first + away);
    yield multiple(step, first - away);
  }
}
