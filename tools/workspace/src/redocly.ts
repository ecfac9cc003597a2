import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./root.ts";

const redocly = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

export interface RedoclyRun {
  succeeded: boolean;
  /** The problems, each with its place. */
  said: string;
}

/**
 * Runs one Redocly command.
 *
 * @param folder with the description and its rules. Default: spec/.
 */
export async function runRedocly(
  parameters: readonly string[],
  folder = join(root, "spec"),
): Promise<RedoclyRun> {
  const child = spawn(process.execPath, [redocly, ...parameters], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let problems = "";
  let progress = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    problems += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    progress += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  return { succeeded: exitCode === 0, said: problems.trim() || progress.trim() };
}
