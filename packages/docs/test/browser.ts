import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

export type WatchedPage = {
  page: Page;
  /** Requests to anything but 127.0.0.1 and files; none of them got through. */
  outside: string[];
  /** Warnings and errors of the console, and exceptions nobody caught. */
  complaints: string[];
};

/** Opens a page that can reach nothing but 127.0.0.1 and files. Closing its context is the caller's part. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route(
    (target) => target.protocol !== "file:" && target.hostname !== "127.0.0.1",
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url, { waitUntil: "load" });
  return { page, outside, complaints };
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
