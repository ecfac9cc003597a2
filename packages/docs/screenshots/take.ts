/** Takes the screenshots of the README, of a site built now. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "@visitors-api/machine/chromium";
import type { Page } from "playwright-core";
import { serveDocs } from "../src/serve.ts";
import { ownSources } from "../src/site/own-sources.ts";
import { buildSite } from "../src/site.ts";

type Shot = {
  name: string;
  path: string;
  colorScheme?: "light" | "dark";
  phone?: boolean;
  /** What is done on the page before. */
  prepare?: (page: Page) => Promise<unknown>;
};

const operation = "visitors/update-visitor/";

const shots: readonly Shot[] = [
  { name: "operation-light", path: operation },
  { name: "operation-dark", path: operation, colorScheme: "dark" },
  { name: "operation-phone", path: operation, phone: true },
  { name: "try-it-light", path: operation, prepare: send },
  { name: "search-light", path: operation, prepare: search },
  { name: "landing-light", path: "" },
  { name: "guide-dark", path: "guides/errors-and-retries/", colorScheme: "dark" },
  { name: "reference-light", path: "reference/" },
];

async function send(page: Page): Promise<void> {
  await page.locator("#try").click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator("#result").getByText("200").first().waitFor();
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press("/");
  await page.locator("dialog input").fill("vistor");
  await page.locator("dialog [role=option]").first().waitFor();
}

const folder = await mkdtemp(join(tmpdir(), "docs-screenshots-"));
await buildSite({ ...ownSources(), base: "/", output: join(folder, "site") });
const server = await serveDocs({ directory: join(folder, "site") });
const browser = await launchChromium();
try {
  for (const { name, path, colorScheme = "light", phone = false, prepare } of shots) {
    const viewport = phone ? { width: 375, height: 750 } : { width: 1280, height: 800 };
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(server.url + path, { waitUntil: "load" });
    await prepare?.(page);
    await page.waitForTimeout(300);
    await writeFile(new URL(`${name}.webp`, import.meta.url), await webp(page));
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}

/** Playwright itself writes PNG and JPEG only. */
async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 60 });
  return Buffer.from(data, "base64");
}
