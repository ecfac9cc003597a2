import { execFileSync } from "node:child_process";
import { root } from "../root.ts";

/** What is staged, as paths relative to the repository's top folder. */
export interface Staged {
  /** Added or changed. */
  readonly files: readonly string[];
  /** These, and the ones that are removed. */
  readonly paths: readonly string[];
}

export function staged(): Staged {
  const names = (filter: string) =>
    separated(git(["diff", "--cached", "--name-only", "--no-renames", "-z", `--diff-filter=${filter}`]));
  const files = names("AMT");
  return { files, paths: [...files, ...names("D")] };
}

/**
 * Writes files as they are in the index, staged or not, into a folder.
 *
 * @param pathspecs As git takes them: paths, folders and globs.
 */
export function checkOut(pathspecs: readonly string[], folder: string): void {
  // Without a pathspec git would take every file.
  const files = pathspecs.length === 0 ? "" : git(["ls-files", "-z", "--", ...pathspecs]);
  if (files !== "") git(["checkout-index", "-z", "--stdin", `--prefix=${folder}/`], files);
}

function git(gitArguments: readonly string[], input = ""): string {
  return execFileSync("git", gitArguments, {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

function separated(text: string): string[] {
  return text.split("\0").filter(Boolean);
}
