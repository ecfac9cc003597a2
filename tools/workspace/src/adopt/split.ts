import { readFile } from "node:fs/promises";
import { basename, dirname, relative, sep } from "node:path";
import { filesOf } from "@visitors-api/codegen/load";

/** The file that a description begins with, in spec/. */
export const rootFile = "openapi.yaml";

/** What stands in spec/ beside a description, and is no part of it. */
const foldersOfSpec = ["dist", "lint", "node_modules", "releases", "test"];

export interface Files {
  /** The texts by their paths in spec/, openapi.yaml first. */
  readonly files: ReadonlyMap<string, string>;
}

/** Why a description cannot stay in the files that it is in: the end of a sentence. */
export interface Reason {
  readonly reason: string;
}

/**
 * Keeps a description in the files that it is written in, where these can stand in spec/ with their references as they are.
 *
 * @param source The file that it begins with: a path or a URL.
 * @param read That file, and those that it refers to.
 * @param taken The files that spec/ has, by their paths in it.
 */
export async function keepSplit(
  source: string,
  read: readonly string[],
  taken: readonly string[],
): Promise<Files | Reason> {
  const isUrl = (file: string) => /^https?:/.test(file);
  if (isUrl(source)) return { reason: "it is in several, and not on this machine" };
  const far = read.find((file) => isUrl(file));
  if (far !== undefined) return { reason: `it refers to ${far}, which is not on this machine` };
  const others = read.filter((file) => file !== source).map((file) => pathFrom(source, file));
  const outside = others.find((path) => path.startsWith("../") || isUrl(path));
  if (outside !== undefined) return { reason: `it refers to ${outside}, outside of its folder` };
  const there = others.find(
    (path) => taken.includes(path) || foldersOfSpec.includes(path.split("/")[0] ?? ""),
  );
  if (there !== undefined) return { reason: `spec/${there} is something else in this repository` };
  const files = new Map([[rootFile, await readFile(source, "utf8")]]);
  for (const path of others) files.set(path, await readFile(`${dirname(source)}/${path}`, "utf8"));
  const name = basename(source);
  if (name !== rootFile && [...files.values()].some((text) => text.includes(name)))
    return { reason: `its files refer to ${name}, which becomes ${rootFile}` };
  return { files };
}

/** The files of the description that a repository has beside openapi.yaml, by their paths in spec/. */
export async function otherFiles(repository: string): Promise<string[]> {
  const source = `${repository}/spec/${rootFile}`;
  return (await filesOf(source)).filter((file) => file !== source).map((file) => pathFrom(source, file));
}

function pathFrom(source: string, file: string): string {
  return relative(dirname(source), file).split(sep).join("/");
}
