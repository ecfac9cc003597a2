import { parseArgs } from "node:util";

export const usage = `Usage: npm run release [-- --version | --dry-run | --first [--publish]]

Without any of them it publishes what the registry does not have, in a workflow of continuous integration and nowhere else.

  --version    Takes the pending changesets into versions and changelogs.
  --dry-run    Rehearses both in a temporary copy.
  --first      Checks and rehearses what is different the first time; with --publish, does it.

Exit codes: 0 done, or nothing to publish; 1 something failed or is not ready; 2 wrong arguments.`;

const commands = ["version", "dry-run", "first"] as const;

/** @throws {Error} that says what is wrong with them. */
export function readArguments(
  args: readonly string[],
): (typeof commands)[number] | "publish" | "first-publish" | "help" {
  const flag = { type: "boolean" } as const;
  const options = { version: flag, "dry-run": flag, first: flag, publish: flag, help: flag };
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return "help";
  const [command, other] = commands.filter((name) => values[name]);
  if (other) throw new Error(`--${command} and --${other} are two things to do.`);
  if (!values.publish) return command ?? "publish";
  if (command !== "first")
    throw new Error("--publish goes with --first; without either, a workflow publishes.");
  return "first-publish";
}
