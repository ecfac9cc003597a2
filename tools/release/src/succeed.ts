import { type RunOptions, run } from "@visitors-api/machine/run";
import { ReleaseProblem } from "./problem.ts";

/**
 * Runs a command that has to succeed, and gives what it printed.
 *
 * @throws {ReleaseProblem} with what it said, when it does not.
 */
export async function succeed(
  command: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { status, output } = await run(command, args, options);
  if (status === 0) return output;
  const shown = [command === process.execPath ? "node" : command, ...args].join(" ");
  throw new ReleaseProblem(`${output.trim()}\n${shown} failed (${status ?? "it was ended"}), see above.`);
}
