import { glob } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { violationsOn } from "./accessibility.ts";
import { launchBrowser, makeInteractive, openPage } from "./browser.ts";
import { runBuild, temporaryFolder } from "./build.ts";

let browser: Browser;
let server: DocsServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let paths: string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  const site = join(folder.path, "site");
  expect(await runBuild("--output", site)).toMatchObject({ status: 0 });
  paths = (await Array.fromAsync(glob("**/index.html", { cwd: site }))).map((path) =>
    path.replace(/index\.html$/, ""),
  );
  server = await serveDocs({ directory: site });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await folder?.remove();
});

test("nothing stands in anybody's way on any page, in light and dark, on a large screen and a phone's", async () => {
  expect(paths.length).toBeGreaterThan(5);
  const queue = [...paths];
  const found: string[] = [];
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { page } = await openPage(browser, server.url + path);
      for (const [width, colorScheme] of screens) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        // The colours are chosen when a page loads.
        await page.reload();
        // Every page is looked at as it is served, and as it is then.
        if (colorScheme === "dark" && (await isReference(page))) await makeInteractive(page);
        const violations = await violationsOn(page);
        found.push(...violations.map((violation) => `/${path} ${width} ${colorScheme}: ${violation}`));
      }
      await page.context().close();
    }
  };
  await Promise.all([work(), work()]);
  expect(found).toEqual([]);
});

const screens = [
  [1440, "light"],
  [375, "light"],
  [1440, "dark"],
  [375, "dark"],
] as const;

function isReference(page: Awaited<ReturnType<typeof openPage>>["page"]): Promise<boolean> {
  return page.evaluate(() => document.getElementById("reference") !== null);
}
