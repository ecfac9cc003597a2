import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.ts";

/** A page of the playground, and what a reader does on it. */
export type PlaygroundPage = WatchedPage & {
  send(): Promise<void>;
  /** What the page says of the last call, once it is over. */
  status(): Promise<string>;
  /** Requests and responses as the page shows them, one after the other. */
  messages(): Promise<string[]>;
  field(name: string): Locator;
  code(): Promise<string>;
};

/** Opens a page of the playground and waits until its form can be used. */
export async function openPlayground(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PlaygroundPage> {
  const watched = await openPage(browser, url, options);
  const { page } = watched;
  const button = page.getByRole("button", { name: "Send", exact: true });
  await page.waitForFunction(() => document.querySelector("fieldset.inputs:enabled") !== null);
  return {
    ...watched,
    send: () => button.click(),
    async status() {
      await page.waitForFunction(
        () => !document.querySelector(".status")?.textContent?.startsWith("Sending"),
      );
      return textOf(page.locator(".status"));
    },
    messages: () => page.locator("#result pre").allTextContents(),
    field: (name) => page.getByRole("textbox", { name }),
    code: () => textOf(codeOf(page)),
  };
}

function codeOf(page: Page): Locator {
  return page.getByRole("region", { name: /^Code in/ });
}

async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? "";
}
