import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Base, BaseError } from "./base.ts";
import { askGit, runGit } from "./git.ts";

/**
 * A description as it was in a revision of git, in a temporary folder. Of the revision's files those are there that are
 * read: a description may refer to files anywhere in its repository.
 *
 * @param asked A revision, which has the description where it is now, or `revision:path` (gitrevisions(7)): the path is one from the
 *   repository's top or, if it begins with `./` or `../`, from the working directory.
 * @returns Undefined when git knows no such revision.
 * @throws {BaseError} when the revision has no such description.
 */
export function checkOut(asked: string, description: string): Base | undefined {
  const folder = dirname(description);
  const [revision, path] = commitOf(folder, asked) ? [asked] : split(asked);
  const commit = commitOf(folder, revision);
  const top = askGit(folder, "rev-parse", "--show-toplevel");
  if (commit === undefined || top === undefined) return undefined;

  const copy = realpathSync(mkdtempSync(join(tmpdir(), "spec-diff-")));
  const dispose = (): void => rmSync(copy, { recursive: true, force: true });
  const provide = (file: string): void => {
    const name = nameIn(copy, file);
    if (name === undefined || existsSync(file)) return;
    const content = read(folder, commit, name);
    if (!content) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const name = path === undefined ? nowAt(folder, description) : fromTop(path, top);
  const location = join(copy, name);
  provide(location);
  if (!existsSync(location)) {
    dispose();
    const advice = path === undefined ? ` If it had another name then, say so: \`${revision}:<path>\`.` : "";
    throw new BaseError(`The revision \`${revision}\` has no ${name}.${advice}`);
  }
  const nameOf = (file: string): string => {
    const known = nameIn(copy, file);
    return known === undefined ? file : `${revision}:${known}`;
  };
  return { location, provide, nameOf, dispose };
}

/** Why git has no such revision, and what to do about it. */
export function whyNoRevision(asked: string, description: string): string {
  const folder = dirname(description);
  const shown = relative(process.cwd(), folder) || "this folder";
  const other = "Name a file, a URL or a released version.";
  const { output, error, isInstalled } = runGit(folder, ["rev-parse", "--is-shallow-repository"]);
  if (!isInstalled) return `Nor can it be a revision, as git is not installed. ${other}`;
  if (output === undefined) {
    const why = error.includes("not a git repository")
      ? `${shown} is in no git repository, for there is no .git in it or above it.`
      : `git says: ${error}`;
    return `Nor can it be a revision of git: ${why} ${other}`;
  }
  const [revision] = commitOf(folder, asked) ? [asked] : split(asked);
  const remote = askGit(folder, "for-each-ref", "--format=%(refname:short)", `refs/remotes/*/${revision}`);
  if (remote) return `Nor is it a revision of git here, but ${code(remote.split("\n"))} is.`;
  return output.toString().trim() === "true"
    ? "Nor is it a revision of git here: this clone is shallow, and has only the last of the history. Fetch the rest with " +
        "`git fetch --unshallow`, or in a workflow with `fetch-depth: 0` of actions/checkout."
    : "Nor is it a revision of git, though the whole history is here.";
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" or ");
}

function commitOf(folder: string, revision: string): string | undefined {
  const name = `${revision}^{commit}`;
  return askGit(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name);
}

function split(asked: string): [revision: string, path?: string] {
  const colon = asked.indexOf(":");
  return colon < 1 ? [asked] : [asked.slice(0, colon), asked.slice(colon + 1)];
}

function nowAt(folder: string, description: string): string {
  return `${askGit(folder, "rev-parse", "--show-prefix") ?? ""}${basename(description)}`;
}

function fromTop(path: string, top: string): string {
  return /^\.\.?\//.test(path) ? slashed(relative(top, realpathSync(".") + sep + path)) : path;
}

/** The name of a file in the revision; undefined for what lies outside of it. */
function nameIn(copy: string, file: string): string | undefined {
  if (!isAbsolute(file)) return undefined;
  const name = relative(copy, resolve(file));
  return name.startsWith("..") || isAbsolute(name) ? undefined : slashed(name);
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The content of a file, or of what a symbolic link leads to; git-cat-file(1) says what it answers. */
function read(folder: string, commit: string, name: string): Buffer | undefined {
  const { output } = runGit(folder, ["cat-file", "--batch", "--follow-symlinks"], `${commit}:${name}\n`);
  const end = output?.indexOf("\n") ?? -1;
  const [, size] = /^[\da-f]+ blob (\d+)$/.exec(output?.subarray(0, end).toString() ?? "") ?? [];
  return size === undefined ? undefined : output?.subarray(end + 1, end + 1 + Number(size));
}
