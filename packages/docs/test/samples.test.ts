import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CodeSample, operationsToShow, samplesOf } from "../src/enrich/samples/samples.ts";
import type { DocsServer } from "../src/serve.ts";
import { makeInteractive, openPage, visibleText } from "./browser.ts";
import { copyOfDescription } from "./build.ts";
import { type OpenSite, openSite } from "./open-site.ts";

let opened: OpenSite;
let browser: Browser;
let server: DocsServer;

let operationPage: string;

const description = copyOfDescription();
const samples = operationsToShow(description).flatMap(samplesOf);

beforeAll(async () => {
  opened = await openSite();
  ({ browser, server } = opened);
  operationPage = `${server.url}visitors/update-visitor/`;
});

afterAll(() => opened?.close());

function sampleOf(label: string, example: string): CodeSample {
  const found = samples.find((sample) => sample.label === label && sample.example === example);
  if (found === undefined) throw new Error(`There is no ${label} sample of ${example}`);
  return found;
}

function panelOf(page: Page) {
  return page.locator(".panel-request-samples").first();
}

/** The code that the panel shows, as it would be copied. */
function shownIn(page: Page): Promise<string> {
  return panelOf(page)
    .getByTestId("source-code")
    .evaluate((element) => element.textContent?.trimEnd() ?? "");
}

async function choose(page: Page, label: string): Promise<void> {
  await panelOf(page).getByRole("button", { name: /curl/ }).first().click();
  await page.getByText(label, { exact: true }).last().click();
}

test("the first example's request stands in the page as a curl command, before any script", async () => {
  const { page } = await openPage(browser, operationPage, { javaScriptEnabled: false });
  const shown = await visibleText(panelOf(page));
  for (const line of sampleOf("curl", "byId").source.split("\n")) expect(shown).toContain(line.trim());
  await page.context().close();
});

test.each(["TypeScript", "fetch", "Python", "Go"])("shows the request in %s when asked", async (label) => {
  const { page, complaints } = await openPage(browser, operationPage);
  await makeInteractive(page);
  await choose(page, label);
  await expect.poll(() => shownIn(page)).toBe(sampleOf(label, "byId").source);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the example that is chosen is the one that the sample sends, in every language", async () => {
  const { page } = await openPage(browser, operationPage);
  await makeInteractive(page);
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "Example" }).click();
  await page.getByText(description.components.examples.UpdateVisitorByUserIdRequest.summary).last().click();
  await expect.poll(() => shownIn(page)).toBe(sampleOf("curl", "byUserId").source);

  await choose(page, "Go");
  await expect.poll(() => shownIn(page)).toBe(sampleOf("Go", "byUserId").source);
  await page.context().close();
});

test("copies the TypeScript sample as it is", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page } = await openPage(browser, operationPage, { permissions });
  await makeInteractive(page);
  await choose(page, "TypeScript");
  await expect.poll(() => shownIn(page)).toBe(sampleOf("TypeScript", "byId").source);
  await panelOf(page).getByTestId("source-code").hover();
  await panelOf(page).getByRole("button", { name: /copy/i }).first().click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(sampleOf("TypeScript", "byId").source);
  await page.context().close();
});

test("samples that the description has of its own come first, in place of those of the same label", async () => {
  const own = { lang: "python", label: "Python", source: "print('mine')" };
  const changed: Parameters<typeof operationsToShow>[0] = copyOfDescription();
  const { withSamples } = await import("../src/enrich/samples/samples.ts");
  const paths = changed["paths"] as Record<string, Record<string, Record<string, unknown>>>;
  Object.assign(paths["/visitors"]?.["put"] ?? {}, { "x-codeSamples": [own] });
  const enriched = withSamples(changed, { base: "/", guides: [], releases: [], tryFolder: () => undefined });
  const shown = (enriched["paths"] as typeof paths)["/visitors"]?.["put"]?.["x-codeSamples"] as CodeSample[];
  expect(shown[0]).toEqual(own);
  expect(shown.filter(({ label }) => label === "Python")).toEqual([own]);
});
