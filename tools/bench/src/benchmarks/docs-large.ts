import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import { readOwnDescription } from "../description/description.ts";
import { growDescription } from "../description/synthetic.ts";
import { workFolder } from "../harness/folders.ts";
import { pageColumns, pageFigures, pageMethod, pageRow, slowdown } from "../harness/page-figures.ts";
import { withPages } from "../harness/with-pages.ts";
import { ownDocs, ownWholeReference } from "../renderers/index.ts";

const rounds = 3;
const operations = 100;

export const docsLarge: Benchmark = {
  name: "docs-large",
  title: `The same page of a description with ${operations} operations`,
  method:
    `As \`docs-page\`, in ${rounds} rounds, and of our own pages alone: with the CPU ${slowdown} times slower some of the others are at ` +
    "work for minutes.",
  run() {
    const file = join(workFolder("docs-large-description"), "openapi.json");
    writeFileSync(file, JSON.stringify(growDescription(readOwnDescription(), operations - 1)));
    return withPages(file, "docs-large", async (browser, pages) => {
      const own = pages.filter(({ renderer }) => [ownDocs, ownWholeReference].includes(renderer));
      const figures = await pageFigures(browser, own, rounds);
      return {
        tables: [{ columns: pageColumns, rows: figures.map(pageRow) }],
        values: { pageMethod, figures },
      };
    });
  },
};
