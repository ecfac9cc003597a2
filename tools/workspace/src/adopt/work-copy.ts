import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, realpath } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { UsageError } from "@visitors-api/machine/usage-error";
import { succeed } from "@visitors-api/release/succeed";

/** @throws {UsageError} when there is something that an adoption would mix with, or no commit can be made. */
export async function checkCanCommit(root: string): Promise<void> {
  const status = await run("git", ["status", "--porcelain"], { cwd: root });
  if (status.status !== 0) throw new UsageError(`This has to be a clone of git: ${status.output.trim()}`);
  const identity = await run("git", ["var", "GIT_COMMITTER_IDENT"], { cwd: root });
  if (identity.status !== 0) throw new UsageError(`A commit cannot be made: ${identity.output.trim()}`);
  const lines = status.stdout.split("\n").filter(Boolean);
  if (lines.length === 0) return;
  const shown = lines.slice(0, 10).map((line) => `  ${line}`);
  throw new UsageError(
    `The work tree is not clean, and an adoption changes nearly all of it. Commit or stash first:\n${shown.join("\n")}` +
      (lines.length > shown.length ? `\n  and ${lines.length - shown.length} more` : ""),
  );
}

/**
 * Has the next commit made in a work tree of its own, beside the one that somebody looks at: that one gets the commit whole, or stays
 * as it is, however this ends.
 *
 * @param message Of the commit.
 * @param change Changes the files in the folder that it is given.
 */
export async function commitBeside(
  root: string,
  message: string,
  change: (folder: string) => Promise<void>,
): Promise<void> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), "adopt-")));
  const folder = join(parent, "repository");
  const git = (args: readonly string[], cwd = folder) => succeed("git", args, { cwd });
  const removeAll = (): void => {
    rmSync(parent, { recursive: true, force: true });
    spawnSync("git", ["worktree", "prune"], { cwd: root });
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const stop = (signal: NodeJS.Signals): void => {
    removeAll();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    await git(["worktree", "add", "--quiet", "--detach", folder, "HEAD"], root);
    await change(folder);
    await git(["add", "--all"]);
    // The hook looks at what is installed in a work tree, and here nothing is.
    await git(["commit", "--quiet", "--no-verify", "--message", message]);
    const commit = (await git(["rev-parse", "HEAD"])).trim();
    await git(["merge", "--quiet", "--ff-only", commit], root);
  } finally {
    for (const signal of signals) process.off(signal, stop);
    removeAll();
  }
}
