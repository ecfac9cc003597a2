import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import { readOwnDescription } from "../description/description.ts";
import { growDescription } from "../description/synthetic.ts";
import { workFolder } from "../harness/folders.ts";
import { nothing, spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { versioned } from "../harness/packages.ts";
import { render } from "../harness/render.ts";
import { summarize } from "../harness/statistics.ts";
import { ownWholeReference, renderers } from "../renderers/index.ts";

const sizes = [1, 50, 100, 200];
const rounds = 3;

export const docsBuild: Benchmark = {
  name: "docs-build",
  title: "Building the docs",
  method:
    "Whole processes, from start to exit, in seconds, from descriptions with so many operations: the median of " +
    `${rounds} interleaved rounds, and the quartiles. Redocly writes one page that the browser renders. Ours writes, for each ` +
    "operation, its page, its form and its samples, and the whole on one page.",
  async run() {
    const builders = renderers.filter((it) => it.command && it !== ownWholeReference);
    const folder = workFolder("docs-build-descriptions");
    const subjects = sizes.flatMap((size) => {
      const description = join(folder, `${size}.json`);
      writeFileSync(description, JSON.stringify(growDescription(readOwnDescription(), size - 1)));
      return builders.map((renderer) => ({ renderer, size, description }));
    });
    const seconds = await interleave(subjects, rounds, async ({ renderer, description }) => {
      const { milliseconds = Number.NaN } = await render(renderer, description, "docs-build");
      return milliseconds / 1000;
    });
    const values = subjects.map(({ renderer, size }, index) => {
      return { name: versioned(renderer), size, seconds: summarize(seconds[index] ?? []) };
    });
    return {
      tables: [
        {
          columns: ["", ...sizes.map((size) => `${size} op.`)],
          rows: builders.map((renderer) => [
            versioned(renderer),
            ...sizes.map((size) => {
              const found = values.find((it) => it.name === versioned(renderer) && it.size === size);
              return found === undefined ? nothing : spread(found.seconds, 1);
            }),
          ]),
        },
      ],
      values,
    };
  },
};
