import type { Browser } from "playwright-core";
import { kilobytes, spread } from "./format.ts";
import { interleave } from "./interleave.ts";
import { versioned } from "./packages.ts";
import { type Visit, visit } from "./page-visit.ts";
import { type Summary, summarize } from "./statistics.ts";
import type { ServedPage } from "./with-pages.ts";

/** The CPU is this much slower in pages than on this machine. */
export const slowdown = 4;

export interface PageFigures {
  readonly name: string;
  readonly largestPaint: Summary;
  readonly blocking: Summary;
  readonly settled: Summary;
  readonly shift: number;
  readonly bytes: number;
  readonly outside: number;
}

/** What visits to pages came to, each visited once in every round. */
export async function pageFigures(
  browser: Browser,
  pages: readonly ServedPage[],
  rounds: number,
): Promise<PageFigures[]> {
  const visits = await interleave<ServedPage, Visit>(pages, rounds, ({ url }) =>
    visit(browser, url, slowdown),
  );
  return pages.map(({ renderer }, index) => {
    const own = visits[index] ?? [];
    const summary = (of: (seen: Visit) => number) => summarize(own.map(of));
    return {
      name: versioned(renderer),
      largestPaint: summary(({ largestPaint }) => largestPaint),
      blocking: summary(({ blocking }) => blocking),
      settled: summary(({ settled }) => settled),
      shift: Math.max(...own.map(({ shift }) => shift)),
      bytes: Math.max(...own.map(({ bytes }) => bytes)),
      outside: Math.max(...own.map(({ outside }) => outside)),
    };
  });
}

export const pageColumns = [
  "",
  "LCP, ms",
  "blocked, ms",
  "settled, ms",
  "transfer",
  "other origins",
  "shift",
];

export function pageRow(figures: PageFigures): string[] {
  const { name, largestPaint, blocking, settled, bytes, outside, shift } = figures;
  return [
    name,
    spread(largestPaint, 0),
    spread(blocking, 0),
    spread(settled, 0),
    kilobytes(bytes),
    String(outside),
    shift === 0 ? "0" : shift.toFixed(4),
  ];
}

export const pageMethod =
  `Chromium, 1440 by 900, the CPU ${slowdown} times slower, files with gzip from the loopback address, nothing in a cache, ` +
  "nobody touching the page; other origins are refused, and requests to them counted. LCP: largest contentful paint. Blocked: " +
  "what tasks took beyond 50 ms each until the page was idle. Settled: the end of the last such task, from which on it answers. " +
  "Shift: cumulative layout shift, the largest of all rounds.";
