import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import type { Contender } from "../contenders/contender.ts";
import { waysToCall } from "../contenders/index.ts";
import { everyCallTask, firstCallTask } from "../description/call.ts";
import { readOwnDescription } from "../description/description.ts";
import { growDescription } from "../description/synthetic.ts";
import { bundle } from "../harness/bundle.ts";
import { workFolder } from "../harness/folders.ts";
import { kilobytes } from "../harness/format.ts";
import { versioned } from "../harness/packages.ts";
import { showingPage } from "../harness/page.ts";
import { prepareGenerated } from "../harness/prepare.ts";

/** How many operations the description has beside its first. */
const steps = [0, 50, 200];

interface Sizes {
  readonly contender: string;
  /** In bytes, minified and with gzip -9, for each of the steps: pages that make one call. */
  readonly one: readonly number[];
  /** The same, for pages that call every operation there is. */
  readonly every: readonly number[];
}

export const operationSize: Benchmark = {
  name: "operation-size",
  title: "Size of each further operation",
  method:
    "The page of one call again, min + gzip, from descriptions that have 0, 50 and 200 further operations. " +
    "The last two columns are bytes for each of the 200: in a page that still makes one call, and in one that makes a call " +
    "of every operation, the calls themselves included.",
  async run() {
    const sizes: Sizes[] = [];
    for (const contender of waysToCall) {
      if (contender.generator) sizes.push(await measure(contender));
    }
    return {
      tables: [
        {
          columns: ["", ...steps.map((further) => `${1 + further} op.`), "unused", "called"],
          rows: sizes.map(({ contender, one, every }) => [
            contender,
            ...one.map(kilobytes),
            slope(one).toFixed(1),
            slope(every).toFixed(1),
          ]),
        },
      ],
      values: sizes,
    };
  },
};

async function measure(contender: Contender): Promise<Sizes> {
  const one: number[] = [];
  const every: number[] = [];
  for (const further of steps) {
    const description = growDescription(readOwnDescription(), further);
    const file = join(workFolder("operation-size", "description"), "openapi.json");
    writeFileSync(file, JSON.stringify(description));
    const names = ["operation-size", contender.name, String(further)];
    const { folder, from } = await prepareGenerated(contender, file, ...names);
    for (const [sizes, task] of [
      [one, firstCallTask(description)],
      [every, everyCallTask(description)],
    ] as const) {
      sizes.push((await bundle(showingPage(contender.page, task, from), folder)).gzipped);
    }
  }
  return { contender: versioned(contender), one, every };
}

function slope(sizes: readonly number[]): number {
  const [first = 0] = sizes;
  const bytes = ((sizes.at(-1) ?? 0) - first) / (steps.at(-1) ?? 1);
  // Without the sign of a zero that was rounded.
  return Math.round(bytes * 10) / 10 + 0;
}
