import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark, BenchmarkOptions, Report } from "./benchmark.ts";
import { installContenders } from "./harness/contenders-install.ts";
import { resultsFolder } from "./harness/folders.ts";
import { loadAverage, machine } from "./harness/machine.ts";
import { printTable } from "./harness/table.ts";

/** Runs benchmarks one after the other: their tables to the standard output, their figures to a file. */
export async function runBenchmarks(
  selected: readonly Benchmark[],
  options: BenchmarkOptions,
): Promise<void> {
  await installContenders();
  const date = new Date().toISOString();
  console.log(`${date.slice(0, 10)}, ${machine()}\n`);
  const results: Record<string, unknown> = {};
  for (const benchmark of selected) {
    const started = performance.now();
    const loadBefore = loadAverage();
    const report = await benchmark.run(options);
    const seconds = Math.round((performance.now() - started) / 1000);
    const load = `Measured in ${seconds} s; load average before it ${loadBefore}, after it ${loadAverage()}.`;
    console.log(markdown(benchmark, report, load));
    results[benchmark.name] = {
      title: benchmark.title,
      method: benchmark.method,
      load,
      values: report.values,
    };
  }
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, "figures.json");
  writeFileSync(file, `${JSON.stringify({ date, machine: machine(), results }, undefined, 2)}\n`);
  console.error(`The figures are in ${file}.`);
}

function markdown({ title, name, method }: Benchmark, { tables }: Report, load: string): string {
  const printed = tables.map(
    (table) => `${table.caption ? `${table.caption}:\n\n` : ""}${printTable(table)}\n`,
  );
  return `### ${title} (\`${name}\`)\n\n${method}\n\n${printed.join("\n")}\n${load}\n`;
}
