import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BenchmarkError } from "./benchmark-error.ts";
import { benchFolder, contendersInstalled } from "./folders.ts";

/**
 * A file of an installed package: a contender, or what the benchmarks themselves depend on.
 *
 * @throws {BenchmarkError} when the package or the file is not there.
 */
export function packageFile(name: string, file: string): string {
  for (const folder of [contendersInstalled, benchFolder]) {
    const path = join(folder, "node_modules", name, file);
    if (existsSync(path)) return path;
  }
  throw new BenchmarkError(`There is no ${file} of ${name} in node_modules. Install the packages again.`);
}

export function packageVersion(name: string): string {
  return JSON.parse(readFileSync(packageFile(name, "package.json"), "utf8")).version;
}

/** A name for the results: with the version, where there is one. */
export function versioned({
  name,
  package: from,
}: {
  readonly name: string;
  readonly package?: string;
}): string {
  return from === undefined ? name : `${name} ${packageVersion(from)}`;
}
