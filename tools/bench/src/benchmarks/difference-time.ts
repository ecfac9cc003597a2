import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Benchmark } from "../benchmark.ts";
import { type Description, readOwnDescription } from "../description/description.ts";
import { growDescription } from "../description/synthetic.ts";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { childTime } from "../harness/child-time.ts";
import { executeNode } from "../harness/command.ts";
import { benchFolder, workFolder } from "../harness/folders.ts";
import { megabytes, nothing, spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { summarize } from "../harness/statistics.ts";

const rounds = 7;
/** As `npm run spec:diff` starts it. */
const command = [
  "--max-semi-space-size=32",
  fileURLToPath(import.meta.resolve("@visitors-api/spec-diff/cli")),
];

interface Pair {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export const differenceTime: Benchmark = {
  name: "difference-time",
  title: "Comparing two descriptions",
  method:
    `Whole processes of \`npm run spec:diff\`, from start to exit, with a report in Markdown: the median of ${rounds} interleaved runs and ` +
    "the quartiles, and the CPU time of the process and of the compiler that it starts. Memory is that of both at once, in a run " +
    "that is not timed.",
  async run() {
    const pairs = writePairs();
    const memory: (number | undefined)[] = [];
    for (const pair of pairs) memory.push((await compare(pair, true)).peakMemory);
    const runs = await interleave(pairs, rounds, async (pair) => {
      const before = childTime();
      const { milliseconds } = await compare(pair, false);
      return { milliseconds, cpu: (childTime() ?? Number.NaN) - (before ?? Number.NaN) };
    });
    const results = pairs.map(({ what }, index) => ({
      what,
      milliseconds: summarize((runs[index] ?? []).map(({ milliseconds }) => milliseconds)),
      cpu: summarize((runs[index] ?? []).map(({ cpu }) => cpu)),
      peakMemory: memory[index],
    }));
    return {
      tables: [
        {
          columns: ["", "ms", "CPU ms", "peak memory"],
          rows: results.map(({ what, milliseconds, cpu, peakMemory }) => [
            what,
            spread(milliseconds, 0),
            spread(cpu, 0),
            peakMemory === undefined ? nothing : megabytes(peakMemory),
          ]),
        },
      ],
      values: results,
    };
  },
};

function writePairs(): Pair[] {
  const folder = workFolder("difference-time");
  const write = (name: string, description: Description): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(description, undefined, 2));
    return file;
  };
  const pair = (what: string, name: string, description: Description): Pair => ({
    what,
    before: write(`${name}-before.json`, description),
    after: write(`${name}-after.json`, editSchemas(description)),
  });
  const own = readOwnDescription();
  return [
    { ...pair("", "same", own), what: "this description, itself", after: write("same.json", own) },
    pair("this description, every schema edited", "own", own),
    pair("200 operations, every schema edited", "grown", growDescription(own, 200 - 1)),
  ];
}

/** With a further property in each schema, whatever it describes. */
function editSchemas(description: Description): Description {
  const schemas = Object.entries(description.components["schemas"] ?? {}).map(([name, schema]) => {
    const { properties, ...rest } = schema as { readonly properties?: object };
    return [name, { ...rest, properties: { ...properties, further: { type: "string" } } }];
  });
  return {
    ...description,
    components: { ...description.components, schemas: Object.fromEntries(schemas) },
  };
}

async function compare({ before, after }: Pair, watchMemory: boolean) {
  const args = [...command, before, "--description", after, "--format", "markdown"];
  const run = await executeNode(args, { cwd: benchFolder, watchMemory });
  if (run.exitCode !== 0) throw new BenchmarkError(`spec:diff failed:\n${run.output}`);
  return run;
}
