import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { nothingSeen, violationsOn } from "./accessibility.ts";
import { openPage } from "./browser.ts";
import { type OpenSite, openOwnSite } from "./open-site.ts";
import { own } from "./own-pages.ts";

let opened: OpenSite;
let server: DocsServer;

beforeAll(async () => {
  opened = await openOwnSite();
  ({ server } = opened);
});

afterAll(() => opened?.close());

test("nothing stands in anybody's way on any page, in light and dark, on large and small screens", async () => {
  const paths: string[] = [];
  for await (const path of glob("**/*.html", { cwd: opened.site }))
    paths.push(path.replace(/index\.html$/, ""));
  expect(paths.length).toBeGreaterThan(8);
  const found: string[] = [];
  const seen = nothingSeen();
  const { page, outside, complaints } = await openPage(server.url);
  for (const path of paths) {
    await page.goto(server.url + path);
    for (const width of [375, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        const problems = [
          ...(await violationsOn(page, seen)),
          ...(wide > width ? [`it is ${wide} wide`] : []),
        ];
        found.push(...problems.map((problem) => `/${path} ${width} ${colorScheme}: ${problem}`));
      }
    }
  }
  expect([...found, ...outside, ...complaints]).toEqual([]);
});

test("everything unfolded is as good as everything folded", async () => {
  const { page } = await openPage(`${server.url}${own.operationFolder}/`);
  await page.getByRole("button", { name: "Unfold all" }).click();
  expect(await violationsOn(page)).toEqual([]);
});

test("each page has one heading of the first level, and skips none", async () => {
  for await (const path of glob("**/*.html", { cwd: opened.site })) {
    const html = await readFile(join(opened.site, path), "utf8");
    const levels = [...(/<main.*<\/main>/s.exec(html)?.[0] ?? "").matchAll(/<h([1-6])\b/g)].map(([, level]) =>
      Number(level),
    );
    expect({ path, first: levels.filter((level) => level === 1) }).toEqual({ path, first: [1] });
    const skipping = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect({ path, skipping }).toEqual({ path, skipping: [] });
  }
});

test("at four times the size a page is read without scrolling sideways", async () => {
  // WCAG 2.2 § 1.4.10: 1280 pixels at 400 % are 320.
  const { page } = await openPage(server.url, { viewport: { width: 320, height: 256 } });
  for (const path of ["", `${own.operationFolder}/`, "guides/quick-start/"]) {
    await page.goto(server.url + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test("a keyboard reaches the first sample after fewer than 60 stops", async () => {
  const { page } = await openPage(`${server.url}${own.operationFolder}/`);
  const isAtSample = () => page.evaluate(() => document.activeElement?.closest(".samples") !== null);
  let stops = 0;
  for (; stops < 60 && !(await isAtSample()); stops += 1) await page.keyboard.press("Tab");
  expect(stops).toBeLessThan(60);
});
