import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Larger files are not looked into: they are data, or what a machine has put together of many descriptions. */
const largest = 10 * 1024 * 1024;

/**
 * The OpenAPI 3.0 and 3.1 documents at a path: the file itself, the files that a list names (`.txt`, one a line), or those in a
 * folder and the folders in it.
 */
export function findDescriptions(path: string): string[] {
  if (statSync(path).isDirectory()) {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
      .flatMap((entry) =>
        entry.isDirectory() || isDescription(join(path, entry.name))
          ? findDescriptions(join(path, entry.name))
          : [],
      );
  }
  if (!path.endsWith(".txt")) return [path];
  return readFileSync(path, "utf8").split("\n").filter(Boolean).flatMap(findDescriptions);
}

function isDescription(file: string): boolean {
  if (!/\.(json|ya?ml)$/.test(file) || statSync(file).size > largest) return false;
  return /^\s*\{?\s*["']?openapi["']?\s*:\s*["']?3\.[01]/m.test(readFileSync(file, "utf8").slice(0, 100_000));
}
