import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { takePage, visibleText } from "./browser.ts";
import { type OpenSite, openSite } from "./open-site.ts";

const count = 30;
const description = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/a${index}`,
      {
        get: {
          operationId: `get${index}`,
          description: `Gets the ${index}th.`,
          responses: {
            200: {
              description: "ok",
              content: {
                "application/json": {
                  schema: { type: "object", properties: { deep: { properties: { [`p${index}`]: {} } } } },
                },
              },
            },
          },
        },
      },
    ]),
  ),
};

let opened: OpenSite;
let server: DocsServer;
let page: Page;
let giveBack: () => Promise<void>;

beforeAll(async () => {
  opened = await openSite(description);
  ({ server } = opened);
  ({ page, giveBack } = await takePage(`${server.url}reference/`));
});

afterAll(async () => {
  await giveBack?.();
  await opened?.close();
});

/** Where the top of an element is on the screen, in CSS pixels. */
const topOf = (id: string) =>
  page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);

describe("what is far from the screen on a long page is there", () => {
  test("for find-in-page", async () => {
    // The DOM's types do not know it: WHATWG has no standard for it, and browsers have it.
    const isFound = await page.evaluate(
      (text) => (window as unknown as { find(text: string): boolean }).find(text),
      `Gets the ${count - 1}th.`,
    );
    expect(isFound).toBe(true);
    const top = await topOf(`get${count - 1}`);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(1000);
  });

  test("for a link to a folded field in it", async () => {
    await page.goto(`${server.url}reference/#get${count - 1}-200-deep.p${count - 1}`);
    await expect.poll(() => topOf(`get${count - 1}-200-deep.p${count - 1}`)).toBeLessThan(1000);
    expect(await page.locator(`[id="get${count - 1}-200-deep.p${count - 1}"]`).isVisible()).toBe(true);
  });

  test("for a reader of headings", async () => {
    await page.goto(`${server.url}reference/`);
    const headings = await page.locator("main").ariaSnapshot();
    for (let index = 0; index < count; index += 1) expect(headings).toContain(`"get${index}"`);
  });

  test("on paper", async () => {
    await page.emulateMedia({ media: "print" });
    const text = await visibleText(page);
    await page.emulateMedia({ media: null });
    for (let index = 0; index < count; index += 1) expect(text).toContain(`Gets the ${index}th.`);
  });
});

test("the first operations of it are laid out at once", async () => {
  await page.goto(`${server.url}reference/`);
  const text = await visibleText(page);
  expect(text).toContain("Gets the 0th.");
  expect(text).toContain("Gets the 1th.");
});
