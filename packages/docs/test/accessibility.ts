import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axeCore from "axe-core";
import type { Page } from "playwright-core";
import { markNewTexts, newText } from "./new-texts.ts";

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What the script above defines in a page. */
declare const axe: typeof axeCore;

const rules = {
  all: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  ofPlaces: ["target-size", "scrollable-region-focusable"],
  // Those in axe-core's category "color".
  ofColours: ["color-contrast", "link-in-text-block"],
};

const ofNewTexts: axeCore.Spec = {
  rules: [
    { id: "color-contrast", selector: `[${newText}]` },
    { id: "link-in-text-block", selector: `a[href][${newText}]` },
  ],
};

/** What has been looked at: kinds of text, and pages by what is shown of them. */
export type Seen = { readonly texts: Set<string>; readonly pages: Set<string> };

export const nothingSeen = (): Seen => ({ texts: new Set(), pages: new Set() });

/**
 * What axe-core finds against WCAG 2.2 AA and best practices on a page, one line for each rule.
 *
 * @param seen What is not looked at again when the page is wider or in other colours. It grows by this page.
 */
export async function violationsOn(page: Page, seen: Seen = nothingSeen()): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(source);
    await page.evaluate((spec) => axe.configure(spec), ofNewTexts);
  }
  // A part that the browser has not laid out yet has the height that it is thought to have, and lies over what follows. A reader
  // who comes to it sees it laid out.
  await page.locator(".whole-part").evaluateAll((parts) => {
    for (const part of parts as HTMLElement[]) part.style.contentVisibility = "visible";
  });
  const runOnly = await rulesForWhatIsNew(page, seen);
  if (runOnly.length === 0) return [];
  const violations = await page.evaluate(async (only) => {
    // Nothing is made of what passes, which is most of the time otherwise.
    const options: axeCore.RunOptions = { runOnly: only, resultTypes: ["violations"], preload: false };
    return (await axe.run(options)).violations;
  }, runOnly);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}

/** Most rules look at which elements are shown; few at where they are, too, and at which colours they have. */
async function rulesForWhatIsNew(page: Page, seen: Seen): Promise<string[]> {
  const newTexts = await markNewTexts(page, seen.texts);
  const shown = await page.evaluate(() =>
    Array.from(document.querySelectorAll("*"), (element) => Number(element.checkVisibility())).join(""),
  );
  const isNew = (what: string): boolean => seen.pages.size < seen.pages.add(`${page.url()} ${what}`).size;
  const isPlacedAnew = isNew(`${page.viewportSize()?.width} ${shown}`);
  if (isNew(shown)) return rules.all;
  return [...(isPlacedAnew ? rules.ofPlaces : []), ...(newTexts > 0 ? rules.ofColours : [])];
}
