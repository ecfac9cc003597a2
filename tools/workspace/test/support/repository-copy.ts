import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { copyWorkTree } from "@visitors-api/release/copy";
import { inject } from "vitest";
import { workspaceFolders } from "../../installed.mjs";
import { root } from "../../src/root.ts";

/**
 * A copy of the repository to edit, with a git of its own. It is one for all test files, for to write its files takes longer than most
 * tests: who asks gets it as it was copied, except for what git ignores, such as what was built in it since.
 */
export async function repositoryCopy(): Promise<string> {
  const folder = inject("copyFolder");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  if (existsSync(join(folder, ".git"))) {
    git("reset", "--quiet", "--hard", "copied");
    git("clean", "--quiet", "--force", "-d");
    return folder;
  }
  await copyWorkTree(root, folder);
  for (const dist of workspaceFolders(root).map((path) => `${path}/dist`)) {
    if (existsSync(join(root, dist))) cpSync(join(root, dist), join(folder, dist), { recursive: true });
  }
  git("tag", "copied");
  return folder;
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
