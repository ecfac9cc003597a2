import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocsServer } from "../../src/serve.ts";
import { compact, missingFrom, openPage, takePage, visibleText } from "../browser.ts";
import { copyOfDescription } from "../build.ts";
import { type OpenSite, openOwnSite } from "../open-site.ts";
import { properties, requestExample, responseExample, sentences, versions } from "./seed.ts";

let opened: OpenSite;
let server: DocsServer;
let operationPage: string;

beforeAll(async () => {
  opened = await openOwnSite();
  ({ server } = opened);
  operationPage = `${server.url}visitors/update-visitor/`;
});

afterAll(() => opened?.close());

/** Distance of an element's top from the top of the screen. */
function topOf(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (name) => document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN,
    id,
  );
}

async function expectInView(page: Page, id: string): Promise<void> {
  await expect.poll(() => topOf(page, id)).toBeLessThan(900);
  await expect.poll(() => topOf(page, id)).toBeGreaterThanOrEqual(0);
}

function isVisible(page: Page, id: string): Promise<boolean> {
  return page.locator(`[id="${id}"]`).isVisible();
}

const found = (page: Page) => page.locator("dialog").getByRole("option");

const shownSample = (page: Page) => page.locator(".samples pre:visible").textContent();

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the operation's page %s", (_, javaScriptEnabled) => {
  let text: string;
  let all: string;

  beforeAll(async () => {
    const { page, giveBack } = await takePage(operationPage, { javaScriptEnabled });
    text = await visibleText(page);
    const folded = page.locator("main details:not([open]) > summary:visible");
    while ((await folded.count()) > 0) await folded.first().press("Enter");
    all = await visibleText(page);
    await giveBack();
  });

  test("shows every sentence of Intercom's page", () => {
    expect(missingFrom(text, sentences)).toEqual([]);
  });

  test("shows every property with its type", () => {
    const withTypes = properties.map(
      ([name, type]) => `${name} ${type.replace(" or null", ", may be null")}`,
    );
    expect(missingFrom(text.replaceAll("string (email)", "string"), withTypes)).toEqual([]);
  });

  test("has all 17 versions, and what the description has gained since", () => {
    const allowed = copyOfDescription().components.schemas.IntercomVersion.enum;
    expect(allowed.filter((version) => versions.includes(version))).toEqual(versions);
    expect(missingFrom(all, [`${allowed.length} allowed values ${allowed.join(" ")}`])).toEqual([]);
  });

  test("shows the examples as they are", () => {
    const examples = [requestExample, responseExample].map((example) => compact(JSON.stringify(example)));
    expect(
      missingFrom(
        compact(all)
          .replaceAll(/(?<=[{,])(\w+):/g, '"$1":')
          .replaceAll(",}", "}"),
        examples,
      ),
    ).toEqual([]);
  });

  test("has what nested objects have in them, and every response", () => {
    const nested = [
      "image_url string (uri), may be null",
      "timezone string",
      "plan object",
      "monthly_spend integer",
    ];
    const responses = ["401 Unauthorized", "404 visitor Not Found", "default any other status"];
    expect(missingFrom(all, [...nested, ...responses])).toEqual([]);
  });
});

test("a page without JavaScript has no button that does nothing", async () => {
  const { page } = await openPage(operationPage, { javaScriptEnabled: false });
  expect(await page.locator("button:visible:not([popovertarget])").count()).toBe(0);
});

test("variants, languages and the filter are switched without JavaScript too", async () => {
  const { page } = await openPage(operationPage, { javaScriptEnabled: false });
  const body = async () => visibleText(page.locator("section", { has: page.locator("#request") }));
  expect(await body()).toContain("id string required");
  await page.getByRole("radio", { name: "By user_id" }).check({ force: true });
  expect(await body()).toContain("user_id string required");

  await page.getByRole("radio", { name: "Python" }).check({ force: true });
  expect(await shownSample(page)).toContain("urllib.request");

  await page.getByRole("radio", { name: "May be null" }).check({ force: true });
  expect(await page.locator('[id="updateVisitor-200-phone"]').isVisible()).toBe(true);
  expect(await page.locator('[id="updateVisitor-200-anonymous"]').isVisible()).toBe(false);
});

describe("search", () => {
  test("finds a property on Ctrl + K, and leads to it", async () => {
    const { page, complaints } = await openPage(server.url);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search" }).fill("owner_id");
    const first = found(page).first();
    await first.waitFor();
    expect(await visibleText(first)).toContain("owner_id");
    await page.keyboard.press("Enter");
    await page.waitForURL(/update-visitor\/#updateVisitor-200-owner_id$/);
    await expectInView(page, "updateVisitor-200-owner_id");
    expect(complaints).toEqual([]);
  });

  test("forgives a typing error, on a slash", async () => {
    const { page } = await openPage(operationPage);
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "Search" }).fill("vistor");
    await expect.poll(() => found(page).allInnerTexts()).toContainEqual(expect.stringContaining("visitor"));
  });

  test("finds guides by what they say, speaks of what it has found, and gives the focus back", async () => {
    const { page } = await openPage(operationPage);
    await page.getByRole("button", { name: /^Search/ }).click();
    await page.getByRole("combobox", { name: "Search" }).fill("tried again");
    await expect.poll(() => page.locator("dialog [role=status]").textContent()).toMatch(/found|of \d+/);
    expect(await found(page).first().getAttribute("href")).toContain("/guides/errors-and-retries/");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
  });
});

describe("a link to a property", () => {
  test.each([
    ["in the open", "updateVisitor-200-owner_id"],
    ["folded in another", "updateVisitor-200-companies.companies.plan.name"],
    ["in the folded response of another status", "updateVisitor-404-errors.message"],
    ["of the other variant", "updateVisitor-request-UpdateVisitorByUserIdRequest.user_id"],
  ])("%s shows it when the page is opened", async (_, id) => {
    const { page } = await openPage(`${operationPage}#${id}`);
    await expect.poll(() => isVisible(page, id)).toBe(true);
    await expectInView(page, id);
  });

  test("that the filter hides shows it", async () => {
    const { page } = await openPage(operationPage);
    await page.getByRole("radio", { name: "Required", exact: true }).check({ force: true });
    await page.evaluate(() => {
      location.hash = "updateVisitor-200-anonymous";
    });
    await expect.poll(() => isVisible(page, "updateVisitor-200-anonymous")).toBe(true);
  });
});

test("a language is remembered on the whole site, and the example that is chosen is the one that is shown", async () => {
  const { page } = await openPage(operationPage);
  await page.getByRole("radio", { name: "Go", exact: true }).check({ force: true });
  await page.getByLabel("Example", { exact: true }).selectOption({ index: 1 });
  expect(await shownSample(page)).toContain("3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3");
  await page.goto(server.url);
  expect(await page.getByRole("radio", { name: "Go", exact: true }).isChecked()).toBe(true);
  expect(await shownSample(page)).toContain("package main");
});

test("colours are those of the system until a reader chooses others, and then those everywhere", async () => {
  const { page } = await openPage(operationPage, { media: { colorScheme: "dark" } });
  const isDark = () =>
    page.evaluate(
      () => Number(/\d+/.exec(getComputedStyle(document.documentElement).backgroundColor)?.[0]) < 64,
    );
  expect(await isDark()).toBe(true);
  await page.getByRole("button", { name: "Colours: Auto" }).click();
  expect(await isDark()).toBe(false);
  await page.goto(server.url);
  expect(await isDark()).toBe(false);
});

test("a reader copies the TypeScript sample, the URL and the page as Markdown", async () => {
  const { page } = await openPage(operationPage, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy the sample" }).click();
  await expect.poll(copied).toMatch(/^import [^;]* from "@visitors-api\/client";$/m);
  await page.getByRole("button", { name: /^Copy https:/ }).click();
  await expect.poll(copied).toMatch(/^https:\/\/\S+\/visitors$/);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect.poll(copied).toMatch(/^# Update a visitor\n/);
});

test("a keyboard is enough: it skips the menu, switches the variant, and shows where it is", async () => {
  const { page } = await openPage(operationPage);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  const active = () => page.evaluate(() => document.activeElement?.parentElement?.textContent?.trim() ?? "");
  for (let presses = 0; presses < 40 && (await active()) !== "By id"; presses++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const shown = document.activeElement?.closest("label") ?? document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return outlineStyle === "none" ? "0px" : outlineWidth;
    });
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  }
  expect(await active()).toBe("By id");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => visibleText(page)).toContain("user_id string required");
});

test("a reader with a phone opens the menu, goes on from it, and closes it", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(operationPage, {
      viewport: { width: 375, height: 812 },
      javaScriptEnabled,
    });
    const link = page.getByRole("link", { name: "Quick start" });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await link.waitFor();
    await page.keyboard.press("Escape");
    await link.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Menu" }).click();
    await link.click();
    await page.waitForURL(/quick-start/);
  }
});

test("a browser that stores nothing shows a page whose buttons work all the same", async () => {
  const { page, complaints } = await openPage("about:blank");
  const blocked = await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Storage is blocked", "SecurityError");
      },
    });
  });
  await page.goto(operationPage);
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Colours: Auto" }).click();
  expect(await page.locator("html").getAttribute("data-colors")).toBe("light");
  await page.getByRole("radio", { name: "Go", exact: true }).check({ force: true });
  expect(await shownSample(page)).toContain("package main");
  expect(complaints).toEqual([]);
  // The next document has its storage again.
  await blocked.dispose();
  await page.goto(`${server.url}robots.txt`);
});

describe("a page that is older than its scripts", () => {
  test("says so when its own script is gone, and has no button that does nothing", async () => {
    const { page } = await openPage("about:blank");
    await page.route("**/assets/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(operationPage);
    await page.getByRole("alert").waitFor();
    expect(await visibleText(page.getByRole("alert"))).toContain("older than the site");
    expect(await page.locator("button:visible:not([popovertarget])").count()).toBe(0);
    const [intro, doc] = await Promise.all(
      [".intro", ".doc"].map((part) => page.locator(part).boundingBox()),
    );
    expect(doc?.y).toBeCloseTo((intro?.y ?? 0) + (intro?.height ?? 0));
  });

  test.each([
    ["the search", "Search"],
    ["the form", "Try it"],
    ["its Markdown", "Copy as Markdown"],
  ])("says so when %s is gone", async (_, name) => {
    const { page } = await openPage(operationPage);
    await page.route(/\/(assets|search\.json|.*\.md)/, (route) => route.fulfill({ status: 404, body: "" }));
    await page.getByRole("button", { name }).click();
    await page.getByRole("alert").waitFor();
  });
});

test("back and reload show what was unfolded, where it was", async () => {
  const { page } = await openPage(operationPage);
  await page.locator('[id="updateVisitor-200-companies"] > details > summary').click();
  const inside = "updateVisitor-200-companies.companies";
  await page.locator(`[id="${inside}"]`).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await page.reload();
  await expect.poll(() => isVisible(page, inside)).toBe(true);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.getByRole("link", { name: "Quick start" }).click();
  await page.waitForURL(/quick-start/);
  await page.goBack();
  await expect.poll(() => isVisible(page, inside)).toBe(true);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
});

test("prints everything, without what is for the screen", async () => {
  const { page } = await openPage(operationPage);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator(".menu").isVisible()).toBe(false);
  expect(await isVisible(page, "updateVisitor-404-errors.message")).toBe(true);
  expect(await isVisible(page, "updateVisitor-request-UpdateVisitorByUserIdRequest.user_id")).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  expect(await isVisible(page, "updateVisitor-404-errors.message")).toBe(false);
});

test.each([375, 1440])(
  "nothing moves while a page loads at a width of %i, and it asks no other origin for anything",
  async (width) => {
    const { page, outside, complaints } = await openPage(operationPage, {
      viewport: { width, height: 900 },
    });
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
            type: "layout-shift",
            buffered: true,
          });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
        }),
    );
    expect({ shift, outside, complaints }).toEqual({ shift: 0, outside: [], complaints: [] });
  },
);

test("a reader who prefers less motion sees none", async () => {
  const { page } = await openPage(operationPage, { media: { reducedMotion: "reduce" } });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== "none" || Number.parseFloat(transitionDuration) > 0;
      }).length,
  );
  expect(moving).toBe(0);
});

test("the whole reference is read as a file, with its links to itself", async () => {
  const url = pathToFileURL(join(opened.site, "reference/index.html")).href;
  const { page } = await openPage(`${url}#updateVisitor-200-owner_id`);
  await expectInView(page, "updateVisitor-200-owner_id");
  expect(missingFrom(await visibleText(page), sentences.slice(0, 10))).toEqual([]);
  expect(await page.locator("button:visible:not([popovertarget])").count()).toBe(0);
});

test("an address that is not there is answered with a page that suggests another", async () => {
  const { page } = await openPage(`${server.url}visitors/update-visitr/`);
  expect(await page.locator("h1").textContent()).toBe("There is no such page");
  await page.locator("#suggestion").getByRole("link", { name: "Update a visitor" }).click();
  await page.waitForURL(operationPage);
});

test("an earlier version says that it is one, leads to the newest, and is chosen in the menu of versions", async () => {
  const { page } = await openPage(operationPage);
  await page.locator(".versions summary").click();
  await page.locator(".versions a").last().click();
  await page.waitForURL(/\/versions\/\d+\.\d+\.\d+\/$/);
  expect(await visibleText(page.locator(".older"))).toContain("This is an older version");
  expect(await page.locator("link[rel=canonical]").getAttribute("href")).toMatch(/\/reference\/$/);
  await page.locator(".older a").click();
  await page.waitForURL(/\/reference\/$/);
});

test("in forced colours what is chosen can be told from what is not", async () => {
  const { page } = await openPage(operationPage, { media: { forcedColors: "active" } });
  const outline = (name: string) =>
    page
      .locator(".switch label", { hasText: name })
      .first()
      .evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(await outline("By id")).toBe("solid");
  expect(await outline("By user_id")).toBe("none");
});
