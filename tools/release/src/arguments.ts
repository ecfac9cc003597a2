import { parseArgs } from "node:util";

export const usage = "Usage: npm run release [-- --version | --dry-run | --first [--publish]]";

const commands = ["version", "dry-run", "first"] as const;

/** @throws {Error} that says what is wrong with them. */
export function readArguments(
  args: readonly string[],
): (typeof commands)[number] | "publish" | "first-publish" {
  const flag = { type: "boolean" } as const;
  const options = { version: flag, "dry-run": flag, first: flag, publish: flag };
  const { values } = parseArgs({ args: [...args], options });
  const [command, other] = commands.filter((name) => values[name]);
  if (other) throw new Error(`--${command} and --${other} are two things to do.`);
  if (!values.publish) return command ?? "publish";
  if (command !== "first")
    throw new Error("--publish goes with --first; without either, a workflow publishes.");
  return "first-publish";
}
