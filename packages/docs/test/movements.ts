import type { Page } from "playwright-core";

type Watching = { movements: { observer: PerformanceObserver; count: number } };

/**
 * Watches what moves on a page from now on. A browser expects whatever moves within half a second after a click and counts the rest;
 * here all of it counts, so that a slow machine finds what a quick one does, and the test says what a reader has asked for.
 *
 * @returns how often something has moved since this was last asked.
 */
export async function watchMovements(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watching = window as unknown as Watching;
    const observer = new PerformanceObserver((list) => {
      watching.movements.count += list.getEntries().length;
    });
    watching.movements = { observer, count: 0 };
    observer.observe({ type: "layout-shift" });
  });
  return () =>
    page.evaluate(async () => {
      // What is drawn in one frame is told in the next.
      for (const _ of ["drawn", "told"]) await new Promise(requestAnimationFrame);
      const { movements } = window as unknown as Watching;
      const count = movements.count + movements.observer.takeRecords().length;
      movements.count = 0;
      return count;
    });
}
