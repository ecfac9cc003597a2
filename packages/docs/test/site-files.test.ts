import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import api from "../../../spec/api.json" with { type: "json" };
import { AddressError, siteAddress } from "../src/site/address.ts";
import { missingFrom } from "./browser.ts";
import { copyOfDescription, readPage, runBuild } from "./build.ts";
import { ownUrl as url } from "./own-site.ts";

const site = inject("ownSite");
let pages: string[];

beforeAll(async () => {
  const files = await readdir(site, { recursive: true });
  pages = files
    .filter((file) => file.endsWith("index.html"))
    .map((file) => file.slice(0, -"index.html".length));
});

test("every page names its own address, and itself to whoever previews it", async () => {
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) {
    const html = await readPage(site, page);
    const [, title] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
    const [, summary] = /<meta name="description" content="([^"]*)">/.exec(html) ?? [];
    // An earlier version is found as the newest.
    const address = `${url}${page.startsWith("versions/") ? "reference/" : page}`;
    const expected = [
      `<link rel="canonical" href="${address}">`,
      `<meta property="og:url" content="${address}">`,
      `<meta property="og:title" content="${title}">`,
      `<meta property="og:description" content="${summary}">`,
      `<meta property="og:type" content="${page === "" ? "website" : "article"}">`,
      `<meta property="og:site_name" content="${copyOfDescription().info.title}">`,
    ];
    expect(missingFrom(html, expected)).toEqual([]);
    expect(summary).not.toBe("");
  }
});

test("the sitemap has every page, once", async () => {
  const xml = await readFile(join(site, "sitemap.xml"), "utf8");
  const listed = [...xml.matchAll(/<url><loc>([^<]*)<\/loc><\/url>/g)].map(([, address]) => address);
  const newest = pages.filter((page) => !page.startsWith("versions/"));
  expect(listed.toSorted()).toEqual(newest.map((page) => `${url}${page}`).sort());
  expect(xml).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/,
  );
  expect(xml.trimEnd()).toMatch(/<\/urlset>$/);
});

test("every page to read has its Markdown beside it, and names it", async () => {
  for (const page of pages.filter((one) => !one.startsWith("versions/"))) {
    const file = page === "reference/" ? "reference.md" : `${page}index.md`;
    const html = await readPage(site, page);
    const path = new URL(url).pathname + file;
    expect(missingFrom(html, [`<link rel="alternate" type="text/markdown" href="${path}"`])).toEqual([]);
    expect(await readFile(join(site, file), "utf8")).toMatch(/^# \S/);
  }
});

test("robots.txt lets everybody in and names the sitemap", async () => {
  const robots = await readFile(join(site, "robots.txt"), "utf8");
  expect(robots).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${url}sitemap.xml\n`);
});

test("llms.txt has a title, a summary, and links to the Markdown, the description and every page to read", async () => {
  const text = await readFile(join(site, "llms.txt"), "utf8");
  const [title, , summary] = text.split("\n");
  expect(title).toBe(`# ${copyOfDescription().info.title}`);
  // Where a description has no summary, it begins with one.
  const info: { summary?: string; description?: string } = copyOfDescription().info;
  expect(summary).toBe(`> ${info.summary ?? info.description?.split("\n\n")[0]}`);
  const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(([, address = ""]) => address);
  const files = ["reference.md", "openapi.json", "openapi.yaml"];
  const toRead = pages.filter((page) => page.split("/").length > 2 && !page.startsWith("versions/"));
  const expected = [...files, ...toRead.map((page) => `${page}index.md`)].map((path) => `${url}${path}`);
  expect(missingFrom(links.join("\n"), expected)).toEqual([]);
});

describe("the address of the site", () => {
  const homepage = new URL(api.homepage);

  test.each([
    [{}, homepage.href, homepage.pathname],
    [{ base: "/docs/" }, `${homepage.origin}/docs/`, "/docs/"],
    [{ url: "https://a.example" }, "https://a.example/", "/"],
    [{ url: "https://a.example/b/c" }, "https://a.example/b/c/", "/b/c/"],
    [{ url: "http://a.example:8080/b/", base: "/b/" }, "http://a.example:8080/b/", "/b/"],
  ])("%j", (given, url, base) => {
    expect(siteAddress(given)).toEqual({ url, base });
  });

  test.each([
    [{ url: "a.example/docs" }, "--url a.example/docs: this is no address"],
    [{ url: "ftp://a.example/" }, "this is no address"],
    [{ url: "https://me:secret@a.example/" }, "this is no address"],
    [{ url: "https://a.example/?x" }, "this is no address"],
    [{ url: "https://a.example/a%20b/" }, "its path has other characters"],
    [{ url: "https://a.example/b/", base: "/c/" }, "--base /c/: the path of --url is /b/"],
    [{ base: "docs" }, "--base docs: this is no path"],
  ])("%j is refused", (given, message) => {
    expect(() => siteAddress(given)).toThrow(AddressError);
    expect(() => siteAddress(given)).toThrow(message);
  });

  test("an address that cannot be used ends the build with status 2 and the usage", async () => {
    const run = await runBuild("--url", "nowhere");
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(/--url nowhere: this is no address[\s\S]*usage: node src\/build\.ts/);
  });
});
