import { readFile } from "node:fs/promises";
import { join } from "node:path";
import markdownIt from "markdown-it";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { missingFrom, openPage, visibleText } from "./browser.ts";
import { readPage } from "./build.ts";
import { type OpenSite, openSite } from "./open-site.ts";

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
          parameters: [
            { name, in: "query", schema: { type: "string", format: name, enum: [name, "x"], pattern: name } },
          ],
          responses: {
            200: {
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
                    elsewhere: { summary: name, description: text, externalValue: "javascript:attack()" },
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
);

let opened: OpenSite;
let server: DocsServer;
let operationPage: string;

beforeAll(async () => {
  opened = await openSite(description);
  ({ server } = opened);
  const menu = await readFile(join(opened.site, "llms.txt"), "utf8");
  const [, path = ""] = /https:\/\/[^/]+\/(\S+)\/index\.md\)/.exec(menu) ?? [];
  operationPage = `${path}/`;
});

afterAll(() => opened?.close());

describe("nothing that a description says becomes an element that could act, even without a Content-Security-Policy", () => {
  test.each([
    ["the landing page", () => ""],
    ["the operation's page", () => operationPage],
    ["the whole reference", () => "reference/"],
  ])("on %s", async (_, path) => {
    const { page, outside } = await openPage(server.url + path(), { bypassCSP: true });
    const acting =
      "main :is(script:not(.card + script), img, iframe, object, embed, form, [onerror], [onload], main b)";
    expect(
      await page.locator(acting).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML)),
    ).toEqual([]);
    expect(await page.evaluate(() => "attacked" in window)).toBe(false);
    const schemes = await page
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect(schemes.filter((scheme) => !/^https?:$/.test(scheme))).toEqual([]);
    expect(await page.locator("[style]").count()).toBe(0);
    expect(outside).toEqual([]);
  });
});

test("it is shown as the text it is", async () => {
  const { page } = await openPage(`${server.url}reference/`);
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
});

test("odd names have anchors of their own", async () => {
  const { page, complaints } = await openPage(`${server.url}reference/`);
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^[\w./-]+$/.test(id))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the page's policy allows what stands in it, its own files, and of other origins nothing", async () => {
  const html = await readPage(opened.site, "reference");
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-/);
  expect(policy).toMatch(/connect-src 'self';/);
  expect(policy).not.toContain("unsafe");
});

test("the Markdown has no raw HTML, no link that runs something, and no code that goes on to its end", async () => {
  const markdown = await readFile(join(opened.site, "reference.md"), "utf8");
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
