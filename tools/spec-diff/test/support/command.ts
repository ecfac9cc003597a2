import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runHere } from "@visitors-api/machine/command";
import { limits } from "@visitors-api/machine/limits";
import { onTestFinished } from "vitest";
import { specDiff as command } from "../../src/command.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");

/** A folder that only this test has, with these files in it. It is gone when the test ends. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec-diff-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const own = "spec/openapi.yaml";

/** Runs the command in a folder, on the description `spec/openapi.yaml` there. */
export function specDiff(folder: string, ...commandArguments: readonly string[]) {
  return specDiffOf(folder, own, ...commandArguments);
}

/** The same on another description there. */
export function specDiffOf(folder: string, description: string, ...commandArguments: readonly string[]) {
  return runHere(command, ["--description", description, ...commandArguments], folder);
}

/** The same in a process of its own, as whoever types it has it. */
export function specDiffProcess(folder: string, ...commandArguments: readonly string[]) {
  return run(folder, process.execPath, cli, "--description", own, ...commandArguments);
}

export function git(folder: string, ...gitArguments: readonly string[]): void {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  const { status, stderr } = run(folder, "git", ...identity, ...gitArguments);
  if (status !== 0) throw new Error(stderr);
}

function run(folder: string, command: string, ...commandArguments: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, commandArguments, {
    cwd: folder,
    encoding: "utf8",
    timeout: limits.process,
  });
  return { status, stdout, stderr };
}
