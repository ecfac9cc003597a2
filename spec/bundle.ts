/**
 * Writes the bundle: the whole description as one JSON document, its components under their names.
 *
 *     node bundle.ts [<description>] [--output <file>]
 *
 * `<description>` is this package's openapi.yaml unless given, `<file>` is dist/openapi.json beside it. Exit 0: written.
 * 1: the description is not OpenAPI; the file is as it was. 2: the arguments are wrong.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage = "Usage: node bundle.ts [<description>] [--output <file>]";
const redocly = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
// That file is ours, so that Redocly need not lint it each time.
const config = ["--config", join(import.meta.dirname, "lint/well-formed.yaml"), "--lint-config=off"];

interface Arguments {
  description: string;
  output: string;
}

function readArguments(): Arguments {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { output: { type: "string" } },
  });
  if (positionals.length > 1) throw new Error("Only one description can be bundled at a time.");
  return {
    description: resolve(positionals[0] ?? join(import.meta.dirname, "openapi.yaml")),
    output: resolve(values.output ?? join(import.meta.dirname, "dist/openapi.json")),
  };
}

function bundle({ description, output }: Arguments): void {
  // Redocly writes in place. A reader must find the old bundle or the new one, so it writes beside it first,
  // into a file whose name says JSON to Redocly.
  const unfinished = join(dirname(output), `.${basename(output)}.${process.pid}.json`);
  try {
    mkdirSync(dirname(output), { recursive: true });
    run("lint", description, ...config);
    run("bundle", description, ...config, "--output", unfinished);
    renameSync(unfinished, output);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Runs one Redocly command, quietly unless it fails. */
function run(...redoclyArguments: string[]): void {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [redocly, ...redoclyArguments], {
    encoding: "utf8",
    env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  if (error) throw error;
  // The problems go to stdout, what else there is to say to stderr: progress, or why the file cannot be read.
  if (status !== 0) throw new Error(stdout.trim() || stderr.trim());
}

const shown = (path: string): string => relative(process.cwd(), path) || path;
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function main(): number {
  let given: Arguments;
  try {
    given = readArguments();
  } catch (error) {
    console.error(`${reason(error)}\n${usage}`);
    return 2;
  }
  const [description, output] = [shown(given.description), shown(given.output)];
  try {
    bundle(given);
  } catch (error) {
    console.error(`${reason(error)}\n\nNot bundled: ${description}. ${output} is as it was.`);
    return 1;
  }
  console.log(`${output}: ${statSync(given.output).size} bytes, from ${description}`);
  return 0;
}

process.exitCode = main();
