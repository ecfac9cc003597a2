import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Generator } from "../contenders/contender.ts";
import { BenchmarkError } from "./benchmark-error.ts";
import { type CommandOptions, type Execution, executeNode } from "./command.ts";
import { contendersInstalled } from "./folders.ts";

/** Where a contender's sources go in its work folder, as its pages import them. */
export const generatedFolder = "generated";

/**
 * Runs a generator as its user would, into an empty folder.
 *
 * @param folder The contender's work folder.
 */
export function generate(
  { command, configuration }: Generator,
  description: string,
  folder: string,
  options: Omit<CommandOptions, "cwd"> = {},
): Promise<Execution> {
  const output = join(folder, generatedFolder);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  if (configuration) {
    writeFileSync(join(dirname(output), configuration.name), configuration.text(description, output));
  }
  // From where the contenders are installed, so that they find whatever they look for beside their user.
  return executeNode(command(description, output), { cwd: contendersInstalled, ...options });
}

/** @throws {BenchmarkError} when the generator fails; the message holds what it printed. */
export async function generateOrThrow(
  generator: Generator,
  description: string,
  folder: string,
): Promise<void> {
  const { exitCode, output } = await generate(generator, description, folder);
  if (exitCode !== 0)
    throw new BenchmarkError(`${generator.command(description, folder).join(" ")}\nfailed:\n${output}`);
}
