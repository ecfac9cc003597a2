import type { Browser, CDPSession, Page } from "playwright-core";
import type { Intent } from "../renderers/renderer.ts";

/** What a browser says of a page that somebody opened and did not touch. */
export interface Visit {
  /** Milliseconds from the navigation to the largest contentful paint. */
  readonly largestPaint: number;
  /** Milliseconds beyond 50 that each long task took until the page was idle. */
  readonly blocking: number;
  /** Milliseconds from the navigation to the end of the last long task. */
  readonly settled: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Bytes that came over the network, compressed, headers included. */
  readonly bytes: number;
  /** Requests to other origins. None of them gets through: see chromium.ts. */
  readonly outside: number;
}

/** Nothing has happened for so long: the page is idle. */
const quiet = 1_500;

/** A page that is not idle by then is looked at as it is. */
const patience = 30_000;

/** Opens a page with the CPU so many times slower, and leaves it alone until it is idle. */
export async function visit(browser: Browser, url: string, slowdown: number): Promise<Visit> {
  return withPage(browser, slowdown, async (page, session) => {
    let bytes = 0;
    let outside = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    session.on("Network.requestWillBeSent", ({ request }) => {
      const { protocol, hostname } = new URL(request.url);
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside++;
    });
    await session.send("Network.enable");
    await page.goto(url, { waitUntil: "load", timeout: patience });
    await idle(page);
    return { ...(await page.evaluate(readObserved)), bytes, outside };
  });
}

/**
 * Opens a page, waits until it is idle, and does what a reader does first.
 *
 * @returns milliseconds from the first movement of the pointer, or the first key, until what was asked for is visible.
 */
export async function firstIntent(
  browser: Browser,
  url: string,
  { act, shown }: Intent,
  slowdown: number,
): Promise<number> {
  return withPage(browser, slowdown, async (page) => {
    await page.goto(url, { waitUntil: "load", timeout: patience });
    await idle(page);
    await page.evaluate(watchIntent, shown);
    await act(page);
    await page.waitForFunction(() => "intent" in globalThis, undefined, { timeout: patience });
    // Defined by the function below.
    return page.evaluate(() => (globalThis as unknown as { intent: number }).intent);
  });
}

/** Runs in the page. */
function watchIntent(shown: string): void {
  let started = 0;
  const start = (): void => {
    started ||= performance.now();
  };
  for (const event of ["pointermove", "pointerdown", "keydown"])
    addEventListener(event, start, { capture: true });
  const look = (): void => {
    const isShown = started > 0 && document.querySelector(shown)?.checkVisibility() === true;
    if (isShown) Object.assign(globalThis, { intent: performance.now() - started });
    else requestAnimationFrame(look);
  };
  look();
}

async function withPage<T>(
  browser: Browser,
  slowdown: number,
  look: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await look(page, session);
  } finally {
    await context.close();
  }
}

interface Observed {
  largestPaint: number;
  blocking: number;
  settled: number;
  shift: number;
  /** When something was last seen. */
  last: number;
}

/** Runs in the page, before anything else does. */
function observe(): void {
  const seen: Observed = { largestPaint: 0, blocking: 0, settled: 0, shift: 0, last: 0 };
  Object.assign(globalThis, { observed: seen });
  const watch = (type: string, note: (entry: PerformanceEntry & { value: number }) => void) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.last = performance.now();
        // A layout-shift entry has a value (Layout Instability, § 2.1); the DOM's types do not know it.
        note(entry as PerformanceEntry & { value: number });
      }
    }).observe({ type, buffered: true });
  };
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  watch("longtask", ({ startTime, duration }) => {
    seen.blocking += Math.max(0, duration - 50);
    seen.settled = startTime + duration;
  });
  watch("layout-shift", ({ value }) => {
    seen.shift += value;
  });
  watch("resource", () => undefined);
}

/** Runs in the page. */
function readObserved(): Omit<Observed, "last"> {
  // Defined by the function above.
  const { observed } = globalThis as unknown as { observed: Observed };
  const { last: _, ...rest } = observed;
  return { ...rest, settled: Math.max(rest.settled, rest.largestPaint) };
}

/** Waits until a page is idle, or has had its chance. */
async function idle(page: Page): Promise<void> {
  const condition = (still: number) => {
    // Defined by `observe`.
    const { observed } = globalThis as unknown as { observed: Observed };
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { loadEventEnd = 0 } = navigation ?? {};
    return loadEventEnd > 0 && performance.now() - Math.max(observed.last, loadEventEnd) > still;
  };
  try {
    await page.waitForFunction(condition, quiet, { timeout: patience, polling: 250 });
  } catch (error) {
    if (!(error instanceof Error && error.name === "TimeoutError")) throw error;
  }
}
