import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readDescription } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { missingFrom, openPage, visibleText } from "./browser.ts";
import { readPage } from "./build.ts";
import { openSite } from "./open-site.ts";

const read = (name: string) =>
  readFile(fileURLToPath(import.meta.resolve(`@readme/oas-examples/${name}`)), "utf8");

test.each([
  ["a pet shop in OpenAPI 3.0", "3.0/json/petstore.json"],
  ["a pet shop in OpenAPI 3.1", "3.1/json/petstore.json"],
  ["a travel agency", "3.1/json/train-travel.json"],
  ["an encyclopedia", "3.0/json/star-trek.json"],
])("pages of a public description, of %s, fit a screen and say all that it says", async (_, name) => {
  const text = await read(name);
  const opened = await openSite(JSON.parse(text));
  try {
    const whole = await readPage(opened.site, "reference");
    expect(Buffer.byteLength(whole)).toBeLessThan(1_500_000);
    const { operations } = readDescription(JSON.parse(text));
    expect(
      missingFrom(
        whole,
        operations.map(({ path }) => path),
      ),
    ).toEqual([]);

    const viewport = { width: 375, height: 800 };
    const { page, complaints } = await openPage(opened.server.url, { viewport });
    await page.goto(
      new URL((await page.locator("main a[href]").first().getAttribute("href")) ?? "", opened.server.url)
        .href,
    );
    const [operation] = operations;
    expect(await visibleText(page)).toContain(operation?.path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    expect(complaints).toEqual([]);
  } finally {
    await opened.close();
  }
});
