import type { Benchmark } from "../benchmark.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { percent, spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { pageColumns, pageFigures, pageMethod, pageRow, slowdown } from "../harness/page-figures.ts";
import { readableWithoutScript, violationsOf } from "../harness/page-look.ts";
import { firstIntent } from "../harness/page-visit.ts";
import { type Summary, summarize } from "../harness/statistics.ts";
import { withPages } from "../harness/with-pages.ts";

const rounds = 7;

export const docsPage: Benchmark = {
  name: "docs-page",
  title: "A page that shows the operation",
  method:
    `${pageMethod} Medians of ${rounds} interleaved rounds, and the quartiles. Of axe-core (WCAG 2.2 AA and best practices) the ` +
    "rules that the page breaks, and in how many places; of the description the names of all properties, and how many can be " +
    "read with JavaScript off. Of ours what a reader does first: from the first movement of the pointer, or the first key, until what " +
    "was asked for is to be seen.",
  run: () =>
    withPages(ownDescriptionFile, "docs-page", async (browser, pages) => {
      const figures = await pageFigures(browser, pages, rounds);
      const names = propertyNames();
      const looks = [];
      for (const { url } of pages) {
        const { rules, places } = await violationsOf(browser, url);
        looks.push({ rules, places, readable: await readableWithoutScript(browser, url, names) });
      }
      const intended = pages.flatMap(({ renderer, url }) =>
        (renderer.intents ?? []).map((intent) => ({ intent, url })),
      );
      const intents: Summary[][] = [];
      for (const rate of [1, slowdown]) {
        const milliseconds = await interleave(intended, rounds, ({ intent, url }) =>
          firstIntent(browser, url, intent, rate),
        );
        intents.push(milliseconds.map(summarize));
      }
      return {
        tables: [
          { caption: "Opening it", columns: pageColumns, rows: figures.map(pageRow) },
          {
            caption: "Reading it",
            columns: ["", "axe: rules, places", "readable without JavaScript"],
            rows: looks.map(({ rules, places, readable }, index) => [
              figures[index]?.name ?? "",
              `${rules}, ${places}`,
              percent(readable),
            ]),
          },
          {
            caption: "From the first sign of a reader to what was asked for, cold",
            columns: ["", "ms", `ms, CPU ${slowdown} times slower`],
            rows: intended.map(({ intent }, index) => [
              intent.name,
              ...intents.map((summaries) => {
                const summary = summaries[index];
                return summary === undefined ? "" : spread(summary, 0);
              }),
            ]),
          },
        ],
        values: { figures, looks, intents },
      };
    }),
};

/** The names of all properties in the description. */
function propertyNames(): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { properties?: unknown };
    if (typeof properties === "object" && properties !== null) {
      for (const name of Object.keys(properties)) names.add(name);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(readOwnDescription().components["schemas"]);
  return [...names];
}
