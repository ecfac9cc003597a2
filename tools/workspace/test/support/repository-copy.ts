import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { linkBuilt } from "@visitors-api/release/copy";
import { workspaceFolders } from "../../installed.mjs";
import { root } from "../../src/root.ts";

export interface RepositoryCopy {
  folder: string;
  remove(): void;
}

/** What no copy needs: what turbo keeps, and what tests and benchmarks leave. */
const leftOut = new Set([".turbo", ".git", ".results"]);

/**
 * A copy of the repository to edit, with its own git index. Its packages are linked to each other, and share what is installed with
 * the original, and what was built there of the same sources.
 */
export function copyRepository(): RepositoryCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "repository-")));
  const packages = workspaceFolders(root);
  // Of these the contents are copied.
  const opened = new Set([...packages, ...packages.map((path) => dirname(path))]);
  const places = ["", ...packages]
    .flatMap((path) => readdirSync(join(root, path)).map((name) => join(path, name)))
    .filter((place) => place !== "node_modules" && !opened.has(place) && !leftOut.has(basename(place)));
  // Node copies a folder many times faster as a whole than with a filter, which it asks for each file.
  for (const place of places)
    cpSync(join(root, place), join(folder, place), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  linkBuilt(root, folder);
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  // What the original has of its files need not be written again (gitrepository-layout, objects/info/alternates).
  const objects = execFileSync("git", ["rev-parse", "--git-path", "objects"], {
    cwd: root,
    encoding: "utf8",
  });
  writeFileSync(join(folder, ".git/objects/info/alternates"), `${resolve(root, objects.trim())}\n`);
  execFileSync("git", ["add", "--all"], { cwd: folder, stdio: "ignore" });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface PlannedTask {
  taskId: string;
  hash: string;
  command: string;
  cache: { status: "HIT" | "MISS" };
}

/** What turbo would run for these tasks, and what it has in its cache. */
export function plan(folder: string, tasks: string[]): PlannedTask[] {
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  const output = execFileSync(process.execPath, [turbo, "--skip-infer", "run", ...tasks, "--dry=json"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: limits.process,
  });
  const planned: { tasks: PlannedTask[] } = JSON.parse(output);
  return planned.tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}
