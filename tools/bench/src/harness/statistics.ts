/** How often a thing was measured, and what came of it: half of the values lie between the quartiles. */
export interface Summary {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly count: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other);
  return {
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

/**
 * How many times another's values one's are, as the median over the rounds in which both were measured: a round in which the
 * machine was slow was slow for both. Undefined without another.
 */
export function pairedRatio(
  values: readonly number[],
  others: readonly number[] | undefined,
): number | undefined {
  if (others === undefined) return undefined;
  return summarize(values.map((value, round) => value / (others[round] ?? Number.NaN))).median;
}

/** Between two values, as far along as the fraction says. NaN if there are none. */
function quantile(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position % 1);
}
