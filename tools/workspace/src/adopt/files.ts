import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { succeed } from "@visitors-api/release/succeed";

/** The files that git tracks, by their paths in the repository. */
export async function trackedFiles(repository: string): Promise<string[]> {
  const listed = await succeed("git", ["ls-files", "-z"], { cwd: repository });
  return listed.split("\0").filter(Boolean);
}

/** The text of a file; undefined where it is none (a picture), or there is no such file. */
export async function readText(repository: string, file: string): Promise<string | undefined> {
  const bytes = await readFile(join(repository, file)).catch(() => undefined);
  return bytes === undefined || bytes.includes(0) ? undefined : bytes.toString();
}

/** Changes the text of a file, which is there. */
export async function edit(
  repository: string,
  file: string,
  change: (text: string) => string,
): Promise<void> {
  const path = join(repository, file);
  const text = await readFile(path, "utf8");
  const changed = change(text);
  if (changed !== text) await writeFile(path, changed);
}

export async function remove(repository: string, files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(join(repository, file), { recursive: true, force: true })));
}
