import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readGuides } from "../../src/guides/read-guides.ts";
import type { DocsServer } from "../../src/serve.ts";
import { openPage, visibleText } from "../browser.ts";
import { copyOfDescription, readPage, runBuild, temporaryFolder } from "../build.ts";
import { type OpenSite, openOwnSite } from "../open-site.ts";
import { own } from "../own-pages.ts";
import { ownBase as base } from "../own-site.ts";

let opened: OpenSite;
let server: DocsServer;
let site: string;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

const guides = fileURLToPath(new URL("../../src/content/guides", import.meta.url));
const sentence = "The wait before each is what the answer asks for in Retry-After";

beforeAll(async () => {
  opened = await openOwnSite();
  folder = await temporaryFolder();
  ({ server, site } = opened);
});

afterAll(async () => {
  await opened?.close();
  await folder?.remove();
});

/** A folder of guides: those of the site, with some changed. */
async function guidesWith(changed: Readonly<Record<string, string>>): Promise<string> {
  const copy = join(folder.path, `guides-${Math.random().toString(36).slice(2)}`);
  await mkdir(copy);
  await cp(guides, copy, { recursive: true });
  // What the changelog is made from stands where it stood.
  const changelog = await readFile(join(guides, "changelog.md"), "utf8");
  const inPlace = changelog.replaceAll(/(?:\.\.\/)+[\w./-]+/g, (path) => join(guides, path));
  await writeFile(join(copy, "changelog.md"), inPlace);
  for (const [name, text] of Object.entries(changed)) await writeFile(join(copy, name), text);
  return copy;
}

test("a guide is one page that can be read without any script, below its own title", async () => {
  const context = { javaScriptEnabled: false };
  const { page, outside } = await openPage(`${server.url}guides/errors-and-retries/`, context);
  expect(await page.title()).toMatch(/^Errors and retries · /);
  const text = await visibleText(page);
  for (const part of [
    sentence,
    "What is thrown",
    "See it happen",
    'import { createClient } from "@visitors-api/client";',
  ]) {
    expect(text).toContain(part);
  }
  expect(outside).toEqual([]);
});

test("the overview and the operations stay what they are: they show no guide", async () => {
  for (const page of ["", own.tagFolder, own.operationFolder]) {
    expect(await readPage(site, page)).not.toContain("What is tried again");
  }
});

test("the guides stand in the menu, in their order, before the reference, and what changed after it", async () => {
  const { page } = await openPage(server.url);
  const links = await page
    .locator(".menu a")
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href")));
  const places = links.filter((link) => link?.startsWith(`${base}guides/`) || link === `${base}visitors/`);
  expect(places).toEqual([
    ...(await readGuides(guides))
      .filter(({ isChangelog }) => !isChangelog)
      .map(({ name }) => `${base}guides/${name}/`),
    `${base}visitors/`,
    `${base}guides/changelog/`,
  ]);
});

test("links from guide to guide lead to the heading that they name", async () => {
  const { page } = await openPage(`${server.url}guides/errors-and-retries/`);
  await page.locator("main").getByRole("link", { name: "Testing", exact: true }).last().click();
  await page.waitForURL(`${server.url}guides/testing/#make-it-misbehave`);
  const distance = () =>
    page.evaluate(() => document.getElementById("make-it-misbehave")?.getBoundingClientRect().top);
  await expect.poll(distance).toBeLessThan(200);
});

test("search finds a guide, and opens it at the heading", async () => {
  const { page } = await openPage(`${server.url}${own.operationFolder}/`);
  await page.keyboard.press("/");
  await page.locator("dialog input").fill("tried again");
  await page.locator("dialog").getByRole("option").first().click();
  await page.waitForURL(/\/guides\/errors-and-retries\/#what-is-tried-again$/);
  await expect.poll(() => visibleText(page)).toContain(sentence);
});

describe("the build", () => {
  test("refuses a link to a guide that there is not, and names both", async () => {
    const text = "---\norder: 9\n---\n\n# Extra\n\nSee [the other](missing.md).\n";
    const run = await runBuild(
      "--output",
      join(folder.path, "x"),
      "--guides",
      await guidesWith({ "extra.md": text }),
    );
    expect(run).toMatchObject({ status: 1, stderr: expect.stringMatching(/extra\.md links to missing\.md/) });
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
  });

  test("refuses a link to a page that there is not", async () => {
    const text = "---\norder: 9\n---\n\n# Extra\n\nSee [nothing](/nowhere/).\n";
    const run = await runBuild(
      "--output",
      join(folder.path, "x"),
      "--guides",
      await guidesWith({ "extra.md": text }),
    );
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("/nowhere/") });
  });

  test.each([
    ["extra.md", "# No order\n\nText.\n", /extra\.md:1: a guide starts with/],
    ["extra.md", "---\norder: 1\n---\n\nNo title.\n", /extra\.md:1: a guide starts with/],
    [
      "Ex tra.md",
      "---\norder: 1\n---\n\n# Title\n\nText.\n",
      /Ex tra\.md: the name of the file becomes a path/,
    ],
  ])("refuses %s that is no guide, and says what one is", async (name, text, says) => {
    await expect(readGuides(await guidesWith({ [name]: text }))).rejects.toThrow(says);
  });
});

test("the description that readers download has no guide in it, and no sample", async () => {
  const downloaded = JSON.parse(await readFile(join(site, "openapi.json"), "utf8"));
  expect(downloaded).toEqual(copyOfDescription());
});
