import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import {
  compact,
  layoutShifts,
  makeInteractive,
  missingFrom,
  openPage,
  visibleText,
  waitUntilStyled,
} from "./browser.ts";
import { type OpenSite, openSite } from "./open-site.ts";
import { properties, requestExample, responseExample, sentences, versions } from "./seed.ts";

let opened: OpenSite;
let browser: Browser;
let server: DocsServer;

let operationPage: string;

beforeAll(async () => {
  opened = await openSite();
  ({ browser, server } = opened);
  operationPage = `${server.url}visitors/update-visitor/`;
});

afterAll(() => opened?.close());

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the operation's page %s, untouched", (_, javaScriptEnabled) => {
  let text: string;

  beforeAll(async () => {
    const { page } = await openPage(browser, operationPage, { javaScriptEnabled });
    text = await visibleText(page);
    await page.context().close();
  });

  test("shows every sentence of Intercom's page", () => {
    expect(missingFrom(text, sentences)).toEqual([]);
  });

  test("shows every property with its type", () => {
    const withTypes = properties.map(([name, type]) => `${name} ${type}`);
    expect(missingFrom(text, withTypes)).toEqual([]);
  });

  test("shows all 17 versions", () => {
    const list = `Enum: ${versions.map((version) => `"${version}"`).join(" ")} Example`;
    expect(missingFrom(text, [list])).toEqual([]);
  });

  test("shows both examples as they are", () => {
    const examples = [requestExample, responseExample].map((example) => compact(JSON.stringify(example)));
    expect(missingFrom(compact(text), examples)).toEqual([]);
  });

  test("shows what nested objects have in them", () => {
    const nested = [
      "avatar.image_url string or null",
      "companies.companies[].plan.name string",
      "location_data.timezone string",
      "tags.tags[].name string",
    ];
    // Redoc puts a place to break after each dot: U+200B, zero width space.
    expect(missingFrom(text.replaceAll("\u200b", ""), nested)).toEqual([]);
  });
});

test("says without JavaScript where everything can be read", async () => {
  const { page } = await openPage(browser, operationPage, { javaScriptEnabled: false });
  expect(await visibleText(page.locator("noscript").first())).toContain("plain reference");
  await page.context().close();
});

test.each(["", "visitors/", "visitors/update-visitor/", "section/times/"])(
  "/%s becomes interactive without a complaint, a mismatch or a request to another origin",
  async (path) => {
    const { page, outside, complaints } = await openPage(browser, `${server.url}${path}`);
    await makeInteractive(page);
    await page.waitForLoadState("networkidle");
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
    expect(missingFrom(await visibleText(page), ["Intercom Visitors API", "API docs by"])).toEqual([]);
    await page.context().close();
  },
);

test("loads nothing but the page until a reader touches it", async () => {
  const { page } = await openPage(browser, operationPage);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))).toEqual(
    [],
  );
  await page.context().close();
});

test.each([
  [1440, "light"],
  [1440, "dark"],
  [375, "light"],
  [375, "dark"],
] as const)(
  "moves nothing while it loads and becomes interactive, %i px wide, %s",
  async (width, colorScheme) => {
    const viewport = { width, height: 900 };
    const { page, complaints } = await openPage(browser, operationPage, { viewport, colorScheme });
    await makeInteractive(page);
    // Styles of what is not on the page yet come last.
    await waitUntilStyled(page);
    expect(await layoutShifts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("keeps its address, and the place that a reader has scrolled to, when it becomes interactive", async () => {
  const { page } = await openPage(browser, operationPage);
  const canonical = () => page.locator("link[rel=canonical]").getAttribute("href");
  const before = await canonical();
  // Scrolling is the first sign of intent.
  await page.mouse.wheel(0, 1500);
  const scrolled = () => page.evaluate(() => scrollY);
  await expect.poll(scrolled).toBe(1500);
  await waitUntilStyled(page);
  expect(await scrolled()).toBe(1500);
  expect(page.url()).toBe(operationPage);
  expect(await canonical()).toBe(before);
  await page.context().close();
});

test("shows the request's other variant and every response when asked", async () => {
  const { page } = await openPage(browser, operationPage);
  await makeInteractive(page);
  const missing = async (...texts: string[]) =>
    missingFrom(compact(await visibleText(page)), texts.map(compact));

  expect(await missing("id string required")).toEqual([]);
  await page.getByText("By user_id", { exact: true }).click();
  await expect.poll(() => missing("user_id string required")).toEqual([]);

  await page.getByRole("tab", { name: "404" }).first().click();
  await expect.poll(() => missing("visitor Not Found", '"code": "not_found"')).toEqual([]);

  await page.getByRole("tab", { name: "401" }).first().click();
  await expect.poll(() => missing('"code": "unauthorized"')).toEqual([]);
  await page.context().close();
});

test("answers the click that came before it was interactive", async () => {
  const { page } = await openPage(browser, operationPage);
  // No pointer has moved yet: this click is the first sign of intent.
  await page.getByText("By user_id", { exact: true }).dispatchEvent("pointerdown");
  await page.getByText("By user_id", { exact: true }).dispatchEvent("click");
  const missing = async () => missingFrom(await visibleText(page), ["user_id string required"]);
  await expect.poll(missing).toEqual([]);
  await page.context().close();
});

test("goes from page to page without loading, title and address in step", async () => {
  const { page } = await openPage(browser, operationPage);
  await makeInteractive(page);
  await page.evaluate(() => document.documentElement.setAttribute("data-same-document", ""));
  await page.getByText("Times", { exact: true }).first().click();
  await expect.poll(() => page.title()).toMatch(/^Times · /);
  expect(new URL(page.url()).pathname).toBe("/section/times/");
  expect(await page.locator("html[data-same-document]").count()).toBe(1);
  await page.context().close();
});

test("opens a link to a property at that property", async () => {
  const property = "visitors/update-visitor/t=response&c=200&path=owner_id";
  const { page } = await openPage(browser, `${operationPage}#${property}`);
  const distance = () =>
    page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, property);
  await makeInteractive(page);
  await expect.poll(distance).toBeLessThan(500);
  await expect.poll(distance).toBeGreaterThanOrEqual(0);
  await page.context().close();
});

test("is dark from the first paint for a reader who prefers it", async () => {
  const { page } = await openPage(browser, operationPage, { colorScheme: "dark" });
  const background = await page.evaluate(() => {
    const ground = document.querySelector("#reference > :not([hidden])");
    return ground && getComputedStyle(ground).backgroundColor;
  });
  const [red = 255] = (background ?? "").match(/\d+/g)?.map(Number) ?? [];
  expect(red).toBeLessThan(64);
  await page.context().close();
});

test("has no text wider than a phone's screen", async () => {
  const { page } = await openPage(browser, operationPage, { viewport: { width: 375, height: 812 } });
  await makeInteractive(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.context().close();
});
