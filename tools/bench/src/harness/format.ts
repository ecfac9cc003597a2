import type { Summary } from "./statistics.ts";

/** What stands in a cell when there is nothing to measure. */
export const nothing = "–";

/** `2.71 KB`: a thousand bytes, as every tool for bundles counts. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 100_000 ? 2 : 0)} KB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
}

/** `12.3 (12.1–12.9)`: the median, and the quartiles. */
export function spread({ median, lowerQuartile, upperQuartile }: Summary, digits: number): string {
  return `${median.toFixed(digits)} (${lowerQuartile.toFixed(digits)}–${upperQuartile.toFixed(digits)})`;
}

/** `1.25 ×` */
export function times(ratio: number | undefined): string {
  return ratio === undefined ? nothing : `${ratio.toFixed(2)} ×`;
}

/** `56 %` */
export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(0)} %`;
}
