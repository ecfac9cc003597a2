import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const rules: Readonly<Record<"all" | "colours", NonNullable<RunOptions["runOnly"]>>> = {
  all: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Those of them in axe-core's category "color".
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

const options: RunOptions = {
  // Nothing is made of what passes, which is most of the time otherwise.
  resultTypes: ["violations"],
  preload: false,
};

/**
 * What axe-core finds against WCAG 2.2 AA and best practices on a page, one line for each rule.
 *
 * @param about `colours` for a page that has been looked at in other colours already: only the rules about colours.
 */
export async function violationsOn(page: Page, about: keyof typeof rules = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  // A part that the browser has not laid out yet has the height that it is thought to have, and lies over what follows. A reader
  // who comes to it sees it laid out.
  await page.locator(".whole-part").evaluateAll((parts) => {
    for (const part of parts as HTMLElement[]) part.style.contentVisibility = "visible";
  });
  const { violations } = await page.evaluate(
    (settings) => {
      // The script above defines it.
      const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return axe.run(settings);
    },
    { ...options, runOnly: rules[about] },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}
