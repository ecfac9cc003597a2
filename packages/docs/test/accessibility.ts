import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RuleMetadata, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

type Axe = {
  run(options: RunOptions): Promise<AxeResults>;
  getRules(tags: readonly string[]): RuleMetadata[];
};

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe-core finds against WCAG 2.2 AA and best practices on a page, one line for each rule.
 *
 * @param about `colours` for a page that has been looked at in other colours already: only the rules about colours.
 */
export async function violationsOn(page: Page, about: "all" | "colours" = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([tags, needed]) => {
      // The script above defines it.
      const { axe } = window as unknown as { axe: Axe };
      const rules = axe
        .getRules(tags)
        .filter((rule) => needed === "all" || rule.tags.includes("cat.color"))
        .map(({ ruleId }) => ruleId);
      return axe.run({
        runOnly: { type: "rule", values: rules },
        // Nothing is made of what passes, which is most of the time otherwise.
        resultTypes: ["violations"],
        preload: false,
      });
    },
    [standards, about] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}
