import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { run } from "@visitors-api/machine/run";
import { ReleaseProblem } from "../problem.ts";
import { succeed } from "../succeed.ts";

/**
 * Copies the work tree: what git knows of and what is new, as it is now. Its packages are linked to each other, and
 * share what is installed with the original, and what was built there of the same sources.
 *
 * @throws {ReleaseProblem} when this is no work tree of git.
 */
export async function copyWorkTree(root: string, folder: string): Promise<void> {
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  if (listed.status !== 0) {
    throw new ReleaseProblem(
      `The files to release are those that git lists, and it cannot: ${listed.output}`,
    );
  }
  // What is removed and not committed is still listed.
  const files = listed.output.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const place of new Set(files.map(dirname))) mkdirSync(join(folder, place), { recursive: true });
  // With their times: what is installed is out of date where a package.json is newer, and pnpm would write to what is shared.
  const options = { verbatimSymlinks: true, preserveTimestamps: true };
  for (const file of new Set(files)) cpSync(join(root, file), join(folder, file), options);
  linkInstalled(root, folder);
  linkBuilt(root, folder);
  await commitAll(root, folder);
}

function linkInstalled(root: string, folder: string): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  for (const name of ["spec", ...children(root, "packages"), ...children(root, "tools")]) {
    const installed = join(root, name, "node_modules");
    if (!existsSync(installed) || !existsSync(join(folder, name))) continue;
    // These are links, those between packages relative: in the copy they lead to the copy's own.
    cpSync(installed, join(folder, name, "node_modules"), { recursive: true, verbatimSymlinks: true });
  }
}

/**
 * What the original has in turbo's cache is in the cache of the copy too, each file as a link: what the copy builds, it keeps to
 * itself.
 */
export function linkBuilt(root: string, folder: string): void {
  const cache = ".turbo/cache";
  if (!existsSync(join(root, cache))) return;
  mkdirSync(join(folder, cache), { recursive: true });
  for (const name of readdirSync(join(root, cache)))
    symlinkSync(join(root, cache, name), join(folder, cache, name));
}

function children(root: string, name: string): string[] {
  return readdirSync(join(root, name)).map((child) => join(name, child));
}

/** Changesets ask git when each of them came. */
async function commitAll(root: string, folder: string): Promise<void> {
  const identity = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost"];
  const commit = ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "Before the release"];
  await succeed("git", ["init", "--quiet"], { cwd: folder });
  // What the original has of its files need not be written again (gitrepository-layout, objects/info/alternates).
  const objects = await succeed("git", ["rev-parse", "--git-path", "objects"], { cwd: root });
  writeFileSync(join(folder, ".git/objects/info/alternates"), `${resolve(root, objects.trim())}\n`);
  // The repository's own rule is for folders, and here this is a link.
  appendFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
  await succeed("git", ["add", "--all"], { cwd: folder });
  await succeed("git", [...identity, ...commit], { cwd: folder });
}
