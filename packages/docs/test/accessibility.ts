import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe-core finds against WCAG 2.2 AA and best practices on a page, one line for each rule. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
}
