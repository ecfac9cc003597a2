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
 * @param text Of that file.
 * @param read That file, and those that it refers to.
 * @param taken The files that spec/ has, by their paths in it.
 */
export async function keepFiles(
  source: string,
  text: string,
  read: readonly string[],
  taken: readonly string[],
): Promise<Files | Reason> {
  const files = new Map([[rootFile, text]]);
  const others = read.filter((file) => file !== source);
  const far = [source, ...others].find((file) => /^https?:/.test(file));
  if (others.length > 0 && far !== undefined) return { reason: `${far} is not on this machine` };
  for (const file of others) {
    const path = pathFrom(source, file);
    if (path.startsWith("../")) return { reason: `it refers to ${path}, outside of its folder` };
    if (taken.includes(path) || foldersOfSpec.includes(path.split("/")[0] ?? ""))
      return { reason: `spec/${path} is something else in this repository` };
    files.set(path, await readFile(file, "utf8"));
  }
  const name = basename(source);
  const refersToIt = new RegExp(`\\$ref.*${RegExp.escape(name)}`);
  return name !== rootFile && [...files.values()].some((one) => refersToIt.test(one))
    ? { reason: `it refers to ${name}, which becomes ${rootFile}` }
    : { files };
}

/** The files of the description that a repository has beside openapi.yaml, by their paths in spec/. */
export async function otherFiles(repository: string): Promise<string[]> {
  const source = `${repository}/spec/${rootFile}`;
  return (await filesOf(source)).filter((file) => file !== source).map((file) => pathFrom(source, file));
}

function pathFrom(source: string, file: string): string {
  return relative(dirname(source), file).split(sep).join("/");
}
