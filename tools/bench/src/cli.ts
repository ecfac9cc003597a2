import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readArguments, usage } from "./arguments.ts";
import { ownDescriptionFile } from "./description/description.ts";
import { BenchmarkError } from "./harness/benchmark-error.ts";
import { ownClientFolder, ownMcpFolder, ownSandboxFolder } from "./harness/folders.ts";
import { runBenchmarks } from "./run.ts";

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
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
