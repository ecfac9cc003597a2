import { UsageError } from "@visitors-api/machine/usage-error";
import { EnvironmentError } from "../connection/environment.ts";
import { SelectionError } from "../tools/select-operations.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { help } from "./help.ts";
import { readApi, version } from "./package-files.ts";
import { run } from "./run.ts";

const USAGE = 2;
const FAILURE = 1;

/** Does what the arguments of the process say. */
export async function command(): Promise<void> {
  // Whoever reads what is printed may stop; the server goes on without being heard.
  process.stderr.on("error", () => {});
  try {
    const args: Arguments = readArguments(process.argv.slice(2));
    if (args.help) process.stdout.write(help(readApi()));
    else if (args.version) process.stdout.write(`${version()}\n`);
    else await run(args);
  } catch (error) {
    const isUsage =
      error instanceof UsageError || error instanceof SelectionError || error instanceof EnvironmentError;
    console.error(`visitors-mcp: ${messageOf(error)}${isUsage ? " (see --help)" : ""}`);
    process.exitCode = isUsage ? USAGE : FAILURE;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") {
    return `the port is taken (${error.message}): stop what uses it, or choose another with --http`;
  }
  return error.message;
}
