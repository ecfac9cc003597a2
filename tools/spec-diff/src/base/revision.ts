import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import { type Base, BaseError } from "./base.ts";

/**
 * The folder of a description as it was in a revision of git, in a temporary folder: a description may have many files.
 *
 * @returns Undefined when git knows no such revision.
 * @throws {BaseError} when the revision has no such description.
 */
export function checkOut(revision: string, description: string): Base | undefined {
  const folder = dirname(description);
  const commit = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (commit === undefined) return undefined;
  const prefix = git(folder, "rev-parse", "--show-prefix") ?? "";

  const copy = realpathSync(mkdtempSync(join(tmpdir(), "spec-diff-")));
  const dispose = (): void => rmSync(copy, { recursive: true, force: true });
  const archive = join(copy, ".tar");
  git(folder, "archive", "--format=tar", `--output=${archive}`, commit, ".");
  if (existsSync(archive)) spawnSync("tar", ["-xf", ".tar"], { cwd: copy });
  const path = join(copy, basename(description));
  if (!existsSync(path)) {
    dispose();
    throw new BaseError(`The revision \`${revision}\` has no ${prefix}${basename(description)}.`);
  }
  const nameOf = (file: string): string => {
    const name = relative(copy, file);
    return name.startsWith("..") ? file : `${revision}:${prefix}${name.split(sep).join("/")}`;
  };
  return { path, nameOf, dispose };
}

function git(folder: string, ...gitArguments: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...gitArguments], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
