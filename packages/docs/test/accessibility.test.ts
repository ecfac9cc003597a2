import { glob } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { violationsOn } from "./accessibility.ts";
import { makeInteractive, openPage } from "./browser.ts";
import { type OpenSite, openSite } from "./open-site.ts";

let opened: OpenSite;
let browser: Browser;
let server: DocsServer;
const paths: string[] = [];

beforeAll(async () => {
  opened = await openSite();
  ({ browser, server } = opened);
  for await (const path of glob("**/index.html", { cwd: opened.site }))
    paths.push(path.replace(/index\.html$/, ""));
});

afterAll(() => opened?.close());

test("nothing stands in anybody's way on any page, in light and dark, on a large screen and a phone's", async () => {
  expect(paths.length).toBeGreaterThan(5);
  const queue = [...paths];
  const found: string[] = [];
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { page } = await openPage(browser, server.url + path);
      const look = async (width: number, state: string) => {
        await page.setViewportSize({ width, height: 900 });
        const violations = await violationsOn(page);
        found.push(...violations.map((violation) => `/${path} ${width} ${state}: ${violation}`));
      };
      await look(375, "light");
      await look(1440, "light");
      await toDark(page);
      await look(1440, "dark");
      await look(375, "dark");
      await page.context().close();
    }
  };
  await Promise.all([work(), work()]);
  expect(found).toEqual([]);
});

/** As a reader does who changes the colours of the system, or with the switch of a page, which makes it interactive. */
async function toDark(page: Page): Promise<void> {
  if ((await page.locator("#reference").count()) === 0) return page.emulateMedia({ colorScheme: "dark" });
  await makeInteractive(page);
  await page.getByTestId("color-mode-switcher").click();
  await page.locator("html.dark").waitFor();
}
