import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const rules: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/** How many rules of WCAG 2.2 AA and best practices a page breaks by axe-core, and in how many places. */
export async function violationsOf(
  browser: Browser,
  url: string,
): Promise<{ rules: number; places: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForTimeout(1_000);
    await page.evaluate(axe);
    const { violations } = await page.evaluate((options) => {
      // The script above defines it.
      const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      return axe.run(options);
    }, rules);
    return { rules: violations.length, places: violations.reduce((sum, { nodes }) => sum + nodes.length, 0) };
  } finally {
    await context.close();
  }
}

/** Which part of some texts a page shows without JavaScript. What is folded in `<details>` counts: a browser unfolds it without any. */
export async function readableWithoutScript(
  browser: Browser,
  url: string,
  texts: readonly string[],
): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count, and textContent has it
    const shown = await page.locator("body").innerText();
    return texts.filter((text) => shown.includes(text)).length / texts.length;
  } finally {
    await context.close();
  }
}
