/** Takes the screenshots of the README, of a site built now. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { serveDocs } from "../src/serve.ts";
import { buildSite } from "../src/site.ts";
import { launchBrowser, makeInteractive } from "../test/browser.ts";

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
  { name: "overview-light", path: "" },
  { name: "operation-light", path: operation, prepare: makeInteractive },
  { name: "operation-dark", path: operation, colorScheme: "dark", prepare: makeInteractive },
  { name: "operation-phone", path: operation, phone: true },
  { name: "guide-light", path: "guides/errors-and-retries/" },
  { name: "plain-light", path: "reference/" },
  { name: "plain-dark", path: "reference/", colorScheme: "dark" },
  { name: "playground-light", path: `${operation}try/`, prepare: send },
  { name: "playground-dark", path: `${operation}try/`, colorScheme: "dark", prepare: send },
  { name: "playground-phone", path: `${operation}try/`, phone: true },
];

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Send/ }).click();
  await page.locator("#result").getByText("200").first().waitFor();
}

const folder = await mkdtemp(join(tmpdir(), "docs-screenshots-"));
const description = fileURLToPath(import.meta.resolve("@visitors-api/spec"));
const guides = fileURLToPath(new URL("../guides", import.meta.url));
await buildSite({ description, output: join(folder, "site"), guides });
const server = await serveDocs({ directory: join(folder, "site") });
const browser = await launchBrowser();
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
