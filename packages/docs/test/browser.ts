import { launchChromium, onlyThisMachine } from "@visitors-api/machine/chromium";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { onTestFinished } from "vitest";

export type WatchedPage = {
  page: Page;
  /** Requests to anything but 127.0.0.1 and files; none of them got through. */
  outside: string[];
  /** Warnings and errors of the console, and exceptions nobody caught. */
  complaints: string[];
};

/** What a context has for good. */
type ContextOptions = Pick<BrowserContextOptions, "javaScriptEnabled" | "bypassCSP" | "hasTouch">;

export type PageOptions = ContextOptions & {
  /** What the page may do without asking its reader. Default: nothing. */
  permissions?: readonly string[];
  /** Size of the screen in CSS pixels. Default: 1440 × 1000. */
  viewport?: { width: number; height: number };
  /** Default: light colours. */
  media?: Parameters<Page["emulateMedia"]>[0];
};

/** One for all test files: to start it takes longer than most tests do. It ends with this process. */
let launched: Promise<Browser> | undefined;

/**
 * Pages that no test has at the moment, by the options of their contexts. To open a context, which in Chromium is a window, takes more
 * work than to load a page in one that is there.
 */
const idle = new Map<string, Page[]>();

/** Opens a page that can reach nothing but 127.0.0.1 and files, for as long as the running test takes. */
export async function openPage(url: string, options: PageOptions = {}): Promise<WatchedPage> {
  const { giveBack, ...watched } = await takePage(url, options);
  // A test that is out of time may still be at work in its page.
  onTestFinished(({ task }) => (task.result?.state === "fail" ? watched.page.context().close() : giveBack()));
  return watched;
}

/** The same for more than one test: to give it back is the caller's part. */
export async function takePage(
  url: string,
  {
    viewport = { width: 1440, height: 1000 },
    media = {},
    permissions = [],
    javaScriptEnabled = true,
    bypassCSP = false,
    hasTouch = false,
  }: PageOptions = {},
): Promise<WatchedPage & { giveBack(): Promise<void> }> {
  launched ??= launchChromium(onlyThisMachine);
  const browser = await launched;
  const contextOptions: ContextOptions = { javaScriptEnabled, bypassCSP, hasTouch };
  const key = JSON.stringify(contextOptions);
  const page = idle.get(key)?.pop() ?? (await (await browser.newContext(contextOptions)).newPage());
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1") outside.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.context().grantPermissions(permissions);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, ...noPreferences, ...media });
  await page.goto(url, { waitUntil: "load" });
  return {
    ...{ page, outside, complaints },
    async giveBack() {
      if (page.isClosed()) return;
      await forget(page);
      idle.set(key, [...(idle.get(key) ?? []), page]);
    },
  };
}

const noPreferences = { colorScheme: "light", reducedMotion: "no-preference", forcedColors: "none" } as const;

/** Leaves nothing of what a test did on a page to the next one. */
async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.context().clearCookies();
  await page.context().clearPermissions();
  for (const event of ["request", "console", "pageerror"]) page.removeAllListeners(event);
  await page.unrouteAll();
  await page.mouse.move(-1, -1);
  await page.goto("about:blank");
}

/** What a reader sees, on one line. */
export async function visibleText(place: Page | Locator): Promise<string> {
  const element = "locator" in place && "goto" in place ? place.locator("body") : place;
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count, and textContent has it
  const text = await element.innerText();
  return text.replace(/\s+/g, " ");
}

/** The text without any white space, for comparing JSON however it is laid out. */
export function compact(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Those of the expected texts that a long text does not have; a failure then names them and not the whole text. */
export function missingFrom(text: string, expected: readonly string[]): string[] {
  return expected.filter((part) => !text.includes(part));
}
