import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import markdownIt from "markdown-it";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Description } from "../src/description.ts";
import { plainReference } from "../src/plain/files.ts";
import { launchBrowser, missingFrom, openPage, visibleText } from "./browser.ts";
import { temporaryFolder } from "./build.ts";

const text = `
Marker before. <script>window.attacked = "script";</script> <img src="x" onerror="window.attacked = 'image'">

<iframe srcdoc="<script>parent.attacked = 'frame'</script>"></iframe>

</style></dd></main><script>window.attacked = "block"</script>

[one](javascript:window.attacked='link') [two](JaVaScRiPt:attack()) [three]( vbscript:attack() )
<javascript:attack()> [four](data:text/html,attack) [five](java&#x0a;script:attack()) [six]

[six]: javascript:attack()

![picture](https://attacker.example/pixel.png) [![](x.png)](https://good.example/)

# Heading one

### Heading three

Code keeps its \`<token>\`. Marker after.

\`\`\`html
<b>not closed`;

const name = `"><img src=x onerror="window.attacked='name'">`;

const description = JSON.parse(
  JSON.stringify({
    openapi: "3.1.0",
    info: {
      title: `T</title><script>window.attacked="title"</script>`,
      version: "</h1>",
      summary: "# <b>",
      description: text,
    },
    servers: [{ url: `javascript:attack()"><b>`, description: text }],
    externalDocs: { url: "javascript:attack()", description: "docs" },
    tags: [{ name, description: text }],
    paths: {
      [`/${name}`]: {
        get: {
          operationId: name,
          summary: name,
          description: text,
          tags: [name],
          parameters: [{ name, in: name, schema: { type: name, format: name, enum: [name], pattern: name } }],
          responses: {
            [name]: {
              description: text,
              content: {
                [name]: {
                  schema: {
                    title: name,
                    description: text,
                    properties: {
                      [name]: { description: text },
                      PROTO: { type: "string" },
                      constructor: { type: "string" },
                      "a b": {},
                      "a.b": {},
                      "": {},
                    },
                  },
                  examples: {
                    [name]: {
                      summary: name,
                      value: "```\n</code></pre><script>window.attacked='code'</script>",
                    },
                  },
                },
              },
            },
          },
          "x-codeSamples": [
            { lang: name, label: name, source: "</code></pre><script>window.attacked='sample'</script>" },
          ],
        },
      },
    },
  }).replaceAll("PROTO", "__proto__"),
) as Description;

const address = { url: "https://visitors-api.example/", base: "/" };
let browser: Browser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let markdown: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const { path, text } of plainReference(description, { address, folderOf: () => "" })) {
    await mkdir(join(folder.path, "reference"), { recursive: true });
    await writeFile(join(folder.path, path), text);
    if (path.endsWith(".md")) markdown = text;
  }
  url = pathToFileURL(join(folder.path, "reference/index.html")).href;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await folder?.remove();
});

test("nothing that a description says becomes an element that could act, even without a Content-Security-Policy", async () => {
  const { page, outside } = await openPage(browser, url, { bypassCSP: true });
  const acting = "script, img, iframe, svg, object, embed, form, input, [onerror], [onload], main b";
  expect(
    await page.locator(acting).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML)),
  ).toEqual([]);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  const schemes = await page
    .locator("a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect([...new Set(schemes)].sort()).toEqual(["file:", "https:"]);
  expect(await page.locator("style, main, h1, title").count()).toBe(4);
  expect(outside).toEqual([]);
  await page.context().close();
});

test("it is shown as the text it is", async () => {
  const { page } = await openPage(browser, url);
  const expected = [
    `Marker before. <script>window.attacked = "script";</script>`,
    "Code keeps its <token>. Marker after.",
    name,
    "__proto__ string",
    "constructor string",
    "docs (javascript:attack())",
    "picture",
  ];
  expect(missingFrom(await visibleText(page), expected)).toEqual([]);
  await page.context().close();
});

test("odd names have anchors of their own, and headings skip no level", async () => {
  const { page } = await openPage(browser, url);
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^[\w./-]+$/.test(id))).toEqual([]);
  const links = await page
    .locator("a[href^='#']")
    .evaluateAll((all) => all.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))));
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  const levels = await page
    .locator("h1, h2, h3, h4, h5, h6")
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  await page.context().close();
});

test("the Markdown has no raw HTML, no link that runs something, and no code that goes on to its end", () => {
  const careless = new markdownIt({ html: true });
  careless.validateLink = () => true;
  const tokens = careless.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  expect(tokens.filter(({ type }) => type.startsWith("html_")).map(({ content }) => content)).toEqual([]);
  const targets = tokens.map((token) => String(token.attrGet("href") ?? token.attrGet("src") ?? ""));
  expect(targets.filter((target) => /^\s*(java|vb)script:|^data:/i.test(target))).toEqual([]);
  const last = tokens.filter(({ type }) => type === "fence").at(-1);
  expect(last?.content).toContain("window.attacked='code'");
  expect(missingFrom(markdown, ["Marker before.", "Marker after."])).toEqual([]);
});
