import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks/index.ts";

const all = Object.values(benchmarks).flat();

export const usage = `Usage: npm run bench -- [names] [--description <file>]

  names                 Groups or benchmarks; without any, all of them:
${Object.entries(benchmarks)
  .map(
    ([group, members]) => `                        ${group}: ${members.map(({ name }) => name).join(", ")}`,
  )
  .join("\n")}
  --description <file>  What generation-time generates from, in place of its own two descriptions.

Exit codes: 0 measured, whatever the figures are; 1 something could not be measured; 2 wrong arguments.`;

/** What was asked for, or what is wrong with it. */
export function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
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
