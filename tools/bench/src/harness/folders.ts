import { lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../../../..");

export const benchFolder = join(root, "tools/bench");

export const resultsFolder = join(benchFolder, ".results");

export const ownClientFolder = join(root, "packages/client");

export const ownDocsFolder = join(root, "packages/docs");

export const ownMcpFolder = join(root, "packages/mcp");

export const ownSandboxFolder = join(root, "packages/sandbox");

export const codegenCommand = join(root, "tools/codegen/src/cli.ts");

export const pnpm = join(root, "node_modules/.bin/pnpm");

/** What the contenders are: a package.json, its lockfile, and pnpm's settings. */
export const contendersAsked = join(benchFolder, "contenders");

/** Where they are installed: away from what is copied, watched and hashed. */
export const contendersInstalled = join(root, "node_modules/.cache/bench-contenders");

/**
 * A new, empty folder for what is made in this run. What is in it finds the contenders' packages, then those of the
 * benchmarks themselves, because node_modules are looked for from a folder upwards.
 */
export function workFolder(...names: readonly string[]): string {
  const folder = join(resultsFolder, "work", ...names.map((name) => name.replaceAll("/", "-")));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const link = join(resultsFolder, "node_modules");
  if (!lstatSync(link, { throwIfNoEntry: false })) {
    symlinkSync(join(contendersInstalled, "node_modules"), link, "junction");
  }
  return folder;
}
