import type { Locator, Page } from "playwright-core";
import { openPage, type PageOptions, type WatchedPage } from "./browser.ts";

/** An operation's page with its form open, and what a reader does there. */
export type TryItPage = WatchedPage & {
  send(): Promise<void>;
  /** What the page says of the last call, once it is over. */
  status(): Promise<string>;
  /** Requests and responses as the page shows them, one after the other. */
  messages(): Promise<string[]>;
  field(name: string): Locator;
  /** Chooses one of several, by its label: a click on what something else covers is no reader's. */
  choose(name: string): Promise<void>;
  code(): Promise<string>;
};

/** Opens the page of an operation, and the form on it. */
export async function openTryIt(url: string, options: PageOptions = {}): Promise<TryItPage> {
  const watched = await openPage(url, options);
  const { page } = watched;
  const button = page.getByRole("button", { name: "Send", exact: true });
  await page.getByRole("button", { name: "Try it" }).click();
  await button.waitFor();
  return {
    ...watched,
    send: () => button.click(),
    async status() {
      await page.waitForFunction(
        () => !document.querySelector("#result .status")?.textContent?.startsWith("Sending"),
      );
      return textOf(page.locator("#result .status"));
    },
    messages: () => page.locator("#result pre").allTextContents(),
    field: (name) => page.locator("#try-it").getByRole("textbox", { name }),
    choose: (name) => page.locator("#try-it label", { has: page.getByRole("radio", { name }) }).click(),
    code: () => textOf(codeOf(page)),
  };
}

function codeOf(page: Page): Locator {
  return page.getByRole("region", { name: /^Code in/ });
}

async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? "";
}
