import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import notes from "@visitors-api/openapi/notes" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLinks } from "../src/links/check-links.ts";
import { runBuild, temporaryFolder, writeDescription } from "./build.ts";

const address = { url: "https://visitors-api.example/docs/", base: "/docs/" };

/** What the check says of a site with this text in one of its files. */
function check(path: string, text: string): string {
  const files = [
    { path: "index.html", text: `<h1 id="top of">Home</h1><p id="a&amp;b">x</p>` },
    { path: "deep/page/index.html", text: `<p id="here">x</p>` },
    { path: "openapi.json", text: "{}" },
    { path, text },
  ];
  try {
    checkLinks(files, address, { strict: true });
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "";
  }
}

describe("a good link passes", () => {
  test.each([
    ...[
      "/docs/",
      "/docs/deep/page/",
      "../",
      "../deep/page/#here",
      "/docs/deep/page#here",
      "./",
      "#own",
      "#",
      "",
    ],
    ...["/docs/#a&amp;b", "/docs/#top%20of", "/docs/openapi.json", "../openapi.json#anything", "?query"],
    ...["https://visitors-api.example/docs/deep/page/", "https://elsewhere.example/nowhere/", "/other-site/"],
    ...["mailto:somebody@visitors-api.example", "//elsewhere.example/x", "data:,"],
  ])("%s", (link) => {
    expect(check("other/index.html", `<p id="own"><a href="${link}">x</a></p>`)).toBe("");
  });
});

describe("a broken link is named with its page", () => {
  test.each([
    [
      "other/index.html",
      `<a class="x" href="/docs/nowhere/">x</a>`,
      "/docs/nowhere/",
      "leads to no file of this site",
    ],
    ["other/index.html", `<a href="missing.txt">x</a>`, "missing.txt", "leads to no file of this site"],
    ["other/index.html", `<a href="#gone">x</a>`, "#gone", "leads to no place in other/index.html"],
    [
      "other/index.html",
      `<a href="../deep/page/#gone">x</a>`,
      "../deep/page/#gone",
      "leads to no place in deep/page/index.html",
    ],
    ["other/index.html", `<img src="gone.png">`, "gone.png", "leads to no file of this site"],
    [
      "other/index.html",
      `<button data-form="/docs/gone.js">1</button>`,
      "/docs/gone.js",
      "leads to no file of this site",
    ],
    ["other/index.html", `<a href="https://[">x</a>`, "https://[", "is no address"],
    ["llms.txt", `- [x](${address.url}gone/)`, `${address.url}gone/`, "leads to no file of this site"],
    [
      "reference.md",
      "See [x](deep/page/#gone).",
      "deep/page/#gone",
      "leads to no place in deep/page/index.html",
    ],
    ["sitemap.xml", `<loc>${address.url}gone/</loc>`, `${address.url}gone/`, "leads to no file of this site"],
  ])("%s: %s", (path, text, link, problem) => {
    expect(check(path, text)).toBe(`LinkError: ${path}: the link "${link}" ${problem}`);
  });

  test("and the others are counted", () => {
    const text = `<a href="one/">1</a><a href="two/">2</a><a href="two/">2 again</a>`;
    expect(check("other/index.html", text)).toMatch(/"one\/" leads to no file of this site \(and 1 more/);
  });
});

test("what only looks like a link is none", () => {
  const text = `<script>"<a href="/docs/gone/">"</script><style>a[href="/docs/gone/"]{}</style><p>&lt;a href="/docs/gone/"&gt;</p>`;
  expect(check("other/index.html", text)).toBe("");
  expect(check("reference.md", "`[x](gone/)`")).toBe("");
});

describe("a build with a broken link", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  afterAll(() => folder?.remove());

  test("fails with --strict-links, in one line that names the page and the link, and writes nothing", async () => {
    const description = structuredClone(notes);
    description.paths["/notes"].put.description += "\n\nSee [the guide](/nowhere/).";
    const file = await writeDescription(folder.path, description);
    const output = join(folder.path, "site");
    const before = await readdir(folder.path);
    await mkdir(output);
    const marker = `<meta name="generator" content="@visitors-api/docs">`;
    await writeFile(join(output, "index.html"), marker);
    const run = await runBuild(file, "--output", output, "--strict-links");
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(/^\S+: the link "\S*\/nowhere\/" leads to no file of this site.*\n$/);
    expect(await readdir(folder.path)).toEqual([...before, "site"].sort());
    expect(await readFile(join(output, "index.html"), "utf8")).toBe(marker);
  });
});
