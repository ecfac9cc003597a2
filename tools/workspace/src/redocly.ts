import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "@visitors-api/machine/run";
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
  const env = { NO_COLOR: "1", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // Problems are printed on one output, and progress on the other.
  const { status, stdout, stderr } = await runNode(redocly, parameters, { cwd: folder, env });
  return { succeeded: status === 0, said: stdout.trim() || stderr.trim() };
}
