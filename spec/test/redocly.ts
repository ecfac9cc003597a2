import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { limits } from "@visitors-api/machine/limits";

const cli = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/** This package: openapi.yaml, redocly.yaml and the rest. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

export interface Problem {
  ruleId: string;
  severity: "error" | "warn";
  message: string;
  location: { pointer: string; start: { line: number; col: number } }[];
}

export interface LintResult {
  totals: { errors: number; warnings: number; ignored: number };
  problems: Problem[];
}

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the Redocly command line in a folder, without its look for a newer version of itself. */
export function redocly(folder: string, ...redoclyArguments: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...redoclyArguments], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    timeout: limits.process,
  });
  return { exitCode: status, stdout, stderr };
}

/** Lints descriptions in one run, and answers with one result for each, in order. */
export function lint(folder: string, config: string, ...descriptions: string[]): LintResult[] {
  return lintResults(redocly(folder, "lint", ...descriptions, "--config", config, "--format", "json"));
}

/** What a run with `--format json` says: one JSON document after the other, each indented, so that only the outermost braces begin a line. */
export function lintResults({ stdout }: Run): LintResult[] {
  return JSON.parse(`[${stdout.replaceAll("\n}{", "\n},{")}]`);
}
