import type { Parts } from "./applied.ts";
import { isMultiple, leastCommonMultiple, multiple } from "./decimal.ts";
import { excluded, highest, lowest, said } from "./parts.ts";
import { type Random, wholeBetween } from "./random.ts";

const mostTries = 300;

/** Says whether a number is within limits, and a multiple of what it has to be one of. */
export function fittingNumbers(parts: Parts): (number: number) => boolean {
  const least = highest(parts, "minimum");
  const most = lowest(parts, "maximum");
  const above = highest(parts, "exclusiveMinimum");
  const below = lowest(parts, "exclusiveMaximum");
  const divisors = said(parts, "multipleOf");
  const excludedDivisors = excluded(parts, "multipleOf");
  return (number) =>
    number >= least &&
    number <= most &&
    number > above &&
    number < below &&
    divisors.every((divisor) => isMultiple(number, divisor)) &&
    !excludedDivisors.some((divisor) => isMultiple(number, divisor));
}

/** Numbers that may fit, those nearest to zero first, or some by chance before them. */
export function* numbers(parts: Parts, isInteger: boolean, random?: Random): Generator<number> {
  const least = Math.max(highest(parts, "minimum"), highest(parts, "exclusiveMinimum"));
  const most = Math.min(lowest(parts, "maximum"), lowest(parts, "exclusiveMaximum"));
  if (least > most) return;
  const divisors = [...said(parts, "multipleOf"), ...(isInteger ? [1] : [])];
  const step = divisors.length > 0 ? divisors.reduce(leastCommonMultiple) : 1;
  // Many divide with floating point, and for them 0.07 is no multiple of 0.01.
  if (random) yield* numbersByChance(least, most, divisors.length > 0 ? step : undefined, random);
  const isPlain = (number: number) => divisors.every((divisor) => (number / divisor) % 1 === 0);
  for (const number of multiples(step, least, most)) if (isPlain(number)) yield number;
  if (!Number.isInteger(step)) yield* multiples(step, least, most);
  yield* [least, most].filter(Number.isFinite);
  if (divisors.length > 0) return;
  const from = [least, most - 1, 0].find(Number.isFinite) ?? 0;
  const middle = from + (Number.isFinite(most) ? most - from : 1) / 2;
  for (let digits = 1; digits < 18; digits++) yield Number(middle.toPrecision(digits));
}

/** How far from a limit, where there is no other. */
const width = 1000;

function* numbersByChance(
  least: number,
  most: number,
  step: number | undefined,
  random: Random,
): Generator<number> {
  const from = Number.isFinite(least) ? least : Math.min(0, most - width);
  const to = Number.isFinite(most) ? most : from + width;
  for (let count = 0; count < 8; count++) {
    if (step !== undefined) {
      const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
      if (!(first <= last && Number.isFinite(last - first))) return;
      yield multiple(step, BigInt(wholeBetween(first, last, random)));
      continue;
    }
    const number = from + random() * (to - from);
    yield Number(number.toFixed(2));
    yield number;
  }
}

/** The multiples of a number between two others, the nearest to zero first. */
function* multiples(step: number, least: number, most: number): Generator<number> {
  const times = Math.max(least, Math.min(most, 0)) / step;
  if (!Number.isFinite(times)) return;
  const first = BigInt(Math.round(times));
  for (let away = 0n; away < mostTries; away++) {
    const [above, below] = [multiple(step, first + away), multiple(step, first - away)];
    if (above > most && below < least) return;
    yield above;
    yield below;
  }
}
