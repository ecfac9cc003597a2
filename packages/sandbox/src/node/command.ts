import { UsageError } from "@visitors-api/machine/usage-error";
import { ownDescription } from "../description/own.ts";
import type { DomainOf } from "../domain.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { errorLines } from "./error-message.ts";
import { help } from "./help.ts";
import { commandName, version } from "./manifest.ts";
import { run } from "./run.ts";

const USAGE = 2;
const FAILURE = 1;

/** Does what the arguments of the process say. */
export async function command(domainOf?: DomainOf): Promise<void> {
  // Whoever reads the output may stop, as `| head` does; the sandbox goes on without being heard.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  let args: Arguments | undefined;
  try {
    args = readArguments(process.argv.slice(2));
    if (args.help) process.stdout.write(help(domainOf?.(ownDescription())));
    else if (args.version) console.log(version());
    else await run(args, domainOf);
  } catch (error) {
    const wrongArguments = error instanceof UsageError;
    for (const line of errorLines(error, args?.seed)) {
      console.error(`${commandName()}: ${line}${wrongArguments ? " (see --help)" : ""}`);
    }
    process.exitCode = wrongArguments ? USAGE : FAILURE;
  }
}
