import { launchChromium } from "@visitors-api/machine/chromium";
import type { Browser, Page } from "playwright-core";

/** One for all test files, since to start it takes longer than they do. It ends with this process. */
let launched: Promise<Browser> | undefined;

/** Opens a page of a browser; whoever asked closes it. */
export async function openPage(url: string): Promise<Page> {
  launched ??= launchChromium();
  const browser = await launched;
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}
