import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BenchmarkError } from "./benchmark-error.ts";
import { execute } from "./command.ts";
import { contendersAsked, contendersInstalled, pnpm } from "./folders.ts";

/**
 * Brings the contenders in step with their lockfile. They are no part of the workspace, so that only whoever runs the
 * benchmarks pays for them.
 *
 * @throws {BenchmarkError} when they could not be installed; the message holds what pnpm said.
 */
export async function installContenders(): Promise<void> {
  if (isInstalled()) return;
  console.error("Installing the contenders (about 240 MB, once, and again when their lockfile changes)");
  mkdirSync(contendersInstalled, { recursive: true });
  cpSync(contendersAsked, contendersInstalled, { recursive: true });
  const { exitCode, output } = await execute(pnpm, ["install", "--frozen-lockfile"], {
    cwd: contendersInstalled,
  });
  if (exitCode !== 0) {
    throw new BenchmarkError(
      `${output}\nThe contenders could not be installed; pnpm's own words stand above.`,
    );
  }
}

/** pnpm keeps a copy of the lockfile that it installed last. */
function isInstalled(): boolean {
  const installed = join(contendersInstalled, "node_modules/.pnpm/lock.yaml");
  return (
    existsSync(installed) &&
    readFileSync(installed, "utf8") === readFileSync(join(contendersAsked, "pnpm-lock.yaml"), "utf8")
  );
}
