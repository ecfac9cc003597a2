/**
 * `npm run record -- <url>`: passes a client's requests on to an API, and holds them and its answers against the description.
 *
 * Exit 0: nothing was found to be wrong, or help was asked for. 1: something was, or it could not be done. 2: the arguments are
 * wrong; nothing was sent.
 */

import { UsageError } from "@visitors-api/machine/usage-error";
import { type Arguments, help, readArguments } from "./record/arguments.ts";
import { startRecording } from "./record/recording.ts";

process.exitCode = await main().catch((error: unknown) => {
  const isWrongUse = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`record: ${message}${isWrongUse ? " (nothing was sent; see --help)" : ""}`);
  return isWrongUse ? 2 : 1;
});

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === undefined) {
    console.log(help);
    return 0;
  }
  const stopping = signalled();
  const recording = await startRecording({ ...given, show: console.log });
  console.log(howTo(recording.url, given));
  await Promise.race([stopping, recording.ended]);
  return recording.stop();
}

/** Resolves with the first signal; a shell and npm may each send one, and another does not cut the report short. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

function howTo(url: string, { target, har }: Arguments): string {
  const api = target.href.replace(/\/$/, "");
  return `
What is sent to ${url} goes to ${api}, and is held against the description on its way.
Point a client at it, with the credentials that it always has:

  createClient({ token, baseUrl: "${url}" })

or have any other use ${url} in place of ${api}. What is not as described is said at once. Ctrl-C ends it with a report.
${har === undefined ? "" : `The traffic is kept in ${har}, without credentials.\n`}`;
}
