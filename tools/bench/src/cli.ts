import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks/index.ts";
import { ownDescriptionFile } from "./description/description.ts";
import { BenchmarkError } from "./harness/benchmark-error.ts";
import { ownClientFolder, ownMcpFolder, ownSandboxFolder } from "./harness/folders.ts";
import { runBenchmarks } from "./run.ts";

const all = Object.values(benchmarks).flat();

const usage = `Usage: npm run bench -- [names] [--description <file>]

  names                 Groups or benchmarks; without any, all of them:
${Object.entries(benchmarks)
  .map(
    ([group, members]) => `                        ${group}: ${members.map(({ name }) => name).join(", ")}`,
  )
  .join("\n")}
  --description <file>  What generation-time generates from, in place of its own two descriptions.

Exit codes: 0 measured, whatever the figures are; 1 something could not be measured; 2 wrong arguments.`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { description: { type: "string" }, help: { type: "boolean", default: false } },
    });
    if (values.help) return "help";
    const selected = positionals.flatMap((name) => benchmarks[name] ?? namedBenchmark(name));
    const { description } = values;
    if (description !== undefined && !existsSync(description))
      throw new Error(`There is no file ${description}.`);
    return { selected: positionals.length === 0 ? all : [...new Set(selected)], description };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function namedBenchmark(name: string) {
  const benchmark = all.find((it) => it.name === name);
  if (benchmark === undefined) throw new Error(`There is no benchmark "${name}".`);
  return [benchmark];
}

async function main(): Promise<number> {
  const read = readArguments();
  if (read === "help") {
    console.log(usage);
    return 0;
  }
  if ("wrong" in read) {
    console.error(`${read.wrong}\n\n${usage}`);
    return 2;
  }
  const built = [
    ownDescriptionFile,
    ...[ownClientFolder, ownSandboxFolder].map((folder) => resolve(folder, "dist/index.js")),
    resolve(ownMcpFolder, "dist/main.js"),
  ];
  for (const file of built) {
    if (!existsSync(file)) {
      throw new BenchmarkError(
        `There is no ${file} yet. \`npm run bench\` builds it, in the repository's top folder.`,
      );
    }
  }
  const { selected, description } = read;
  await runBenchmarks(selected, description === undefined ? {} : { description: resolve(description) });
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof BenchmarkError ? error.message : error);
  process.exitCode = 1;
}
