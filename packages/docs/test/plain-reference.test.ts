import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { violationsOn } from "./accessibility.ts";
import { compact, missingFrom, openPage, visibleText } from "./browser.ts";
import { readPage } from "./build.ts";
import { type OpenSite, openSite } from "./open-site.ts";
import { properties, requestExample, responseExample, sentences, versions } from "./seed.ts";

let opened: OpenSite;
let browser: Browser;
let server: DocsServer;
let site: string;

beforeAll(async () => {
  // Below a path, so that a link which forgets it is found.
  opened = await openSite({ base: "/docs/" });
  ({ browser, server, site } = opened);
});

afterAll(() => opened?.close());

/** What a reader sees of the operation on the page. */
async function readOperation(url: string): Promise<string> {
  const { page, complaints } = await openPage(browser, url, { javaScriptEnabled: false });
  const text = await visibleText(page.locator("section:has(> #updateVisitor)"));
  expect(complaints).toEqual([]);
  await page.context().close();
  return text;
}

const readers: [name: string, read: () => Promise<string>][] = [
  ["the page, without JavaScript", () => readOperation(`${server.url}reference/`)],
  ["the page, opened as a file", () => readOperation(pathToFileURL(join(site, "reference/index.html")).href)],
  [
    "the Markdown",
    async () =>
      (await readFile(join(site, "reference.md"), "utf8")).replace(/\s+/g, " ").replace(/[`\\]/g, ""),
  ],
];

describe.each(readers)("%s", (_, read) => {
  let text: string;

  beforeAll(async () => {
    text = await read();
  });

  test("says every sentence of Intercom's page", () => {
    expect(missingFrom(text, sentences)).toEqual([]);
  });

  test("has every property with its type", () => {
    const withTypes = properties.map(([name, type]) => `${name} ${type}`);
    expect(missingFrom(text, withTypes)).toEqual([]);
  });

  test("has all 17 versions, the default and the example", () => {
    const list = `Enum: ${versions.map((version) => `"${version}"`).join(" ")}`;
    expect(missingFrom(text, ['Default: "2.10"', list, 'Example: "2.10"'])).toEqual([]);
  });

  test("has both examples as they are", () => {
    const examples = [requestExample, responseExample].map((example) => compact(JSON.stringify(example)));
    expect(missingFrom(compact(text), examples)).toEqual([]);
  });

  test("has both variants of the request, each response and what nested objects have in them", () => {
    const expected = [
      ...["By id object", "By user_id object", "200 successful", "401 Unauthorized", "404 visitor Not Found"],
      ...[
        "default any other status",
        "image_url string <uri> or null",
        "companies array of object (Company)",
      ],
      ...["plan object (Company plan)", "timezone string", "any other property string, number or boolean"],
    ];
    expect(missingFrom(text.replaceAll("**", ""), expected)).toEqual([]);
  });
});

test("each property has an anchor of its own, which its name links to", async () => {
  const { page } = await openPage(browser, `${server.url}reference/#updateVisitor-200-owner_id`);
  const box = await page.locator(":target").boundingBox();
  expect(box?.y).toBeLessThan(100);
  expect(await visibleText(page.locator(":target"))).toBe("owner_id string or null");
  const terms = await page
    .locator("dt")
    .evaluateAll((elements) =>
      elements.map((term) => [term.id, decodeURIComponent(term.querySelector("a")?.hash.slice(1) ?? "")]),
    );
  expect(terms.filter(([id, link]) => id === "" || id !== link)).toEqual([]);
  const ids = terms.map(([id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const expected = [
    "updateVisitor-header-Intercom-Version",
    "updateVisitor-request-UpdateVisitorByUserIdRequest.user_id",
    "updateVisitor-200-companies.companies.plan.name",
    "updateVisitor-404-errors.message",
  ];
  expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
  await page.context().close();
});

test.each([
  ["light", 375],
  ["light", 1440],
  ["dark", 375],
  ["dark", 1440],
] as const)("nothing stands in anybody's way on a %s screen %i px wide", async (colorScheme, width) => {
  const viewport = { width, height: 900 };
  const { page } = await openPage(browser, `${server.url}reference/`, { colorScheme, viewport });
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const [red = -1] =
    (await page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor))
      .match(/\d+/g)
      ?.map(Number) ?? [];
  expect(red < 128).toBe(colorScheme === "dark");
  await page.context().close();
});

test("a keyboard reaches the content first", async () => {
  const { page } = await openPage(browser, `${server.url}reference/`);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").evaluate((link) => link.getBoundingClientRect().left)).toBeGreaterThan(
    0,
  );
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#content");
  await page.context().close();
});

test("prints without the contents, and in black on white", async () => {
  const { page } = await openPage(browser, `${server.url}reference/`, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.locator("nav").isVisible()).toBe(false);
  expect(await page.locator("main").isVisible()).toBe(true);
  const style = await page.locator("html").evaluate((html) => {
    const { color, backgroundColor } = getComputedStyle(html);
    return { color, backgroundColor };
  });
  expect(style).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
  await page.context().close();
});

test("it is one file of at most 25 KB with no script in it", async () => {
  const html = await readPage(site, "reference");
  expect(gzipSync(html).length).toBeLessThanOrEqual(25_000);
  expect(html).not.toMatch(/<script/i);
  expect(html).toContain("script-src &#39;none&#39;".replaceAll("&#39;", "'"));
  const { page, complaints } = await openPage(browser, `${server.url}reference/`);
  expect(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(["", "visitors/update-visitor/"])("/%s links it, with JavaScript and without", async (path) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(browser, `${server.url}${path}`, { javaScriptEnabled });
    await page.locator("#reference a[href*='/docs/reference/']").first().click();
    await expect.poll(() => page.url()).toContain("/docs/reference/");
    await page.context().close();
  }
});

test("open pages are reloaded while the description is worked on, the plain one too", async () => {
  const live = await serveDocs({ directory: site, base: "/docs/", liveReload: true });
  const { page, complaints } = await openPage(browser, `${live.url}reference/`);
  const listening = page.waitForRequest((request) => request.url().endsWith("/-/reload"));
  await page.reload();
  await listening;
  expect(complaints).toEqual([]);
  await page.context().close();
  await live.close();
});
