import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocsServer } from "../src/serve.ts";
import { makeInteractive, missingFrom, openPage, visibleText } from "./browser.ts";
import { copyOfDescription, readPage } from "./build.ts";
import { type OpenSite, openSite } from "./open-site.ts";

const markdown = `
Marker before. <script>window.attacked = "script";</script>
<img src="x" onerror="window.attacked = 'image'"> <svg onload="window.attacked = 'svg'"></svg>
<iframe srcdoc="<script>parent.attacked = 'frame'</script>"></iframe>

</script><script>window.attacked = "block"</script>

<style>body { display: none }</style>

[scripted link](javascript:window.attacked='link') <a href="javascript:window.attacked='anchor'">raw anchor</a>
[annotated](https://attacker.example/){% href="javascript:window.attacked='annotation'" %}

{% html name="iframe" attrs={srcdoc: "<script>parent.attacked = 'tag'</script>"} /%}
{% html name="img" attrs={src: "x", onerror: "window.attacked = 'tag'"} /%}

![picture](https://attacker.example/pixel.png)

\`\`\`ts
const fenced = "</code></pre><img src=x onerror=window.attacked='fence'><script>window.attacked='fence'</script>";
\`\`\`

\`\`\`"><img/src=x/onerror=window.attacked='language'>
<img src=x onerror=window.attacked='unknown-language'>
\`\`\`

\`\`\`
<img src=x onerror=window.attacked='no-language'>
\`\`\`

Code keeps its \`Authorization: Bearer <token>\`. Marker after.
`;

let browser: Browser;
let server: DocsServer;
let site: string;
let opened: OpenSite;

beforeAll(async () => {
  const description = copyOfDescription();
  description.info.title = `Title </title></script><script>window.attacked = "title"</script>`;
  description.info.description = markdown;
  const operation = description.paths["/visitors"].put;
  operation.description = markdown;
  operation.summary = `Summary </script><script>window.attacked = "summary"</script>`;
  Object.assign(operation, {
    "x-badges": [
      { name: "badge", color: "red}</style><script>window.attacked = 'style'</script>", icon: "star" },
    ],
  });
  Object.assign(description.info, {
    "x-logo": { url: "https://attacker.example/logo.png", href: "javascript:window.attacked='logo'" },
  });
  description.components.schemas.Visitor.description = markdown;
  description.components.schemas.Visitor.properties.name.description = markdown;
  description.components.examples.VisitorUpdatedById.value.name = `</script><script>window.attacked = "example"</script>`;
  opened = await openSite({ description });
  ({ browser, server, site } = opened);
});

afterAll(() => opened?.close());

test.each(["", "visitors/update-visitor/"])("nothing that a description says is run on /%s", async (path) => {
  const { page, outside } = await openPage(browser, `${server.url}${path}`);
  const attacked = () => page.evaluate(() => "attacked" in window && window.attacked);
  expect(await attacked()).toBe(false);
  await makeInteractive(page);
  await page.waitForLoadState("networkidle");
  for (const link of await page.locator("a[href^='javascript:'], [data-testid=logo] a, a[href='#x']").all()) {
    await link.dispatchEvent("click");
  }
  expect(await attacked()).toBe(false);
  expect(outside).toEqual([]);
  await page.context().close();
});

test("it would not run without a Content-Security-Policy either", async () => {
  const { page } = await openPage(browser, `${server.url}visitors/update-visitor/`, { bypassCSP: true });
  await makeInteractive(page);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => "attacked" in window && window.attacked)).toBe(false);
  expect(await page.locator("#reference iframe, #reference [onerror], #reference [onload]").count()).toBe(0);
  expect(await page.locator("a[href^='javascript:window']").count()).toBe(0);
  await page.context().close();
});

test("raw HTML is shown as the text it is, and code keeps its angle brackets", async () => {
  const { page } = await openPage(browser, `${server.url}visitors/update-visitor/`);
  const text = await visibleText(page);
  const expected = [
    `Marker before. <script>window.attacked = "script";</script>`,
    "Authorization: Bearer <token>",
    "Marker after.",
  ];
  expect(missingFrom(text, expected)).toEqual([]);
  await page.context().close();
});

test("no page has a script element but the build's own two", async () => {
  for (const path of ["", "visitors/update-visitor"]) {
    const scripts = (await readPage(site, path)).match(/<script[^>]*>/g);
    expect(scripts).toEqual(["<script>", expect.stringMatching(/^<script id="boot" data-entry="\/assets\//)]);
  }
});
