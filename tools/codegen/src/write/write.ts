import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { marker } from "../emit/text.ts";

/** How a folder differs from what would be generated. Files by name; undefined where there is none. */
export interface Difference {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The output folder holds something that the generator did not make and would destroy. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** What writing the files into the folder would change. Files that are not the generator's are left out of it. */
export async function compare(folder: string, files: ReadonlyMap<string, string>): Promise<Difference[]> {
  const existing = new Map<string, string>();
  for (const name of await list(folder)) {
    if (!name.endsWith(".ts")) continue;
    const text = await readText(join(folder, name));
    if (text?.startsWith(marker)) existing.set(name, text);
    else if (files.has(name)) {
      throw new OutputError(
        `${join(folder, name)} was not generated, and generating would overwrite it. Move it, or give another --output.`,
      );
    }
  }
  const names = [...new Set([...files.keys(), ...existing.keys()])].sort();
  return names
    .map((name) => ({ name, before: existing.get(name), after: files.get(name) }))
    .filter(({ before, after }) => before !== after);
}

/**
 * Makes the folder what the differences say. Everything is written beside its place before the first file is replaced,
 * so a full disk or a folder without permission changes nothing.
 */
export async function write(folder: string, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  const staged = (name: string): string => join(folder, `.${name}.${process.pid}.tmp`);
  const written = differences.filter(({ after }) => after !== undefined);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, after = "" } of written) await writeFile(staged(name), after);
  } catch (error) {
    await removeAll(written.map(({ name }) => staged(name)));
    const reason = error instanceof Error ? error.message : error;
    throw new OutputError(`${folder} cannot be written to, and is as it was: ${reason}.`);
  }
  try {
    for (const { name } of written) await rename(staged(name), join(folder, name));
    for (const { name, after } of differences) if (after === undefined) await rm(join(folder, name));
  } finally {
    await removeAll(written.map(({ name }) => staged(name)));
  }
}

/** As far as they are there, and are files: what stands in a file's way is somebody else's. */
async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.allSettled(paths.map((path) => rm(path, { force: true })));
}

/** Undefined of a folder. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "EISDIR")) return undefined;
    throw error;
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    if (isCode(error, "ENOTDIR")) throw new OutputError(`${folder} is not a folder. Give another --output.`);
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
