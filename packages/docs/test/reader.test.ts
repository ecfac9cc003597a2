import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { makeInteractive, missingFrom, openPage, visibleText } from "./browser.ts";
import { readPage } from "./build.ts";
import { type OpenSite, openSite } from "./open-site.ts";

let opened: OpenSite;
let browser: Browser;
let server: DocsServer;
let site: string;

let operationPage: string;

beforeAll(async () => {
  opened = await openSite();
  ({ browser, server, site } = opened);
  operationPage = `${server.url}visitors/update-visitor/`;
});

afterAll(() => opened?.close());

/** Distance of an element's top from the top of the screen. */
function topOf(page: Page, id: string): Promise<number | undefined> {
  return page.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top, id);
}

test("a reader searches for a property and gets to it", async () => {
  const { page } = await openPage(browser, server.url);
  // The key is the first sign of intent, and is answered.
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/search/i).waitFor();
  await page.keyboard.type("owner_id");
  await page.getByRole("link", { name: /owner_id/ }).click();
  await expect.poll(() => page.url()).toContain("/visitors/update-visitor/#");
  const id = "visitors/update-visitor/t=response&c=200&path=owner_id";
  await expect.poll(() => topOf(page, id)).toBeLessThan(500);
  await expect.poll(() => topOf(page, id)).toBeGreaterThanOrEqual(0);
  await page.context().close();
});

test("a reader copies the TypeScript sample", async () => {
  const { page } = await openPage(browser, operationPage, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await makeInteractive(page);
  const samples = page.getByTestId("right-panel").nth(1);
  await samples.getByRole("button", { name: "curl" }).click();
  await page.getByRole("menuitem", { name: "TypeScript" }).click();
  await expect.poll(() => visibleText(samples)).toContain("@visitors-api/client");
  await samples.getByRole("button", { name: "Copy" }).first().click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^import [^;]* from "@visitors-api\/client";$/m);
  await page.context().close();
});

test("a keyboard is enough: it skips the menu, switches the variant, and shows where it is", async () => {
  const { page } = await openPage(browser, operationPage);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  await expect
    .poll(() => skip.evaluate((link) => link.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await page.locator("html[data-interactive]").waitFor();

  const active = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let presses = 0; presses < 30 && (await active()) !== "By id"; presses++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle === "none" ? "0px" : outlineWidth;
    });
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  }
  expect(await active()).toBe("By id");
  await page.keyboard.press("ArrowRight");
  await expect.poll(active).toBe("By user_id");
  await expect.poll(() => visibleText(page)).toContain("user_id string required");
  await page.context().close();
});

test.each(["", "visitors/", "visitors/update-visitor/", "guides/quick-start/", "reference/"])(
  "a reader with a phone reads /%s without scrolling sideways",
  async (path) => {
    const { page } = await openPage(browser, server.url + path, { viewport: { width: 375, height: 812 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await page.context().close();
  },
);

test("a reader without JavaScript has what is folded below, and is told where everything stands", async () => {
  const { page } = await openPage(browser, operationPage, { javaScriptEnabled: false });
  const below = page.locator("#unfolded");
  const folded = ["By user_id", "Access Token Invalid", "Visitor Not Found", "@visitors-api/client"];
  expect(missingFrom(await visibleText(below), folded)).toEqual([]);
  await page.getByRole("link", { name: "plain reference", exact: true }).click();
  expect(new URL(page.url()).pathname).toBe("/reference/");
  expect(await visibleText(page)).toContain("owner_id");
  await page.context().close();
});

test("links to pages have the slash at the end that their addresses have", async () => {
  const links = [...(await readPage(site, "visitors/update-visitor")).matchAll(/ href="(\/[^"#.]*)["#]/g)];
  expect(links.length).toBeGreaterThan(5);
  expect(links.map(([, path]) => path).filter((path) => !path?.endsWith("/"))).toEqual([]);
});
