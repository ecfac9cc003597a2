/**
 * `npm run verify:live`: the workflows in spec/, run against the real API, for whoever has an access token.
 *
 * Exit 0: every answer is as the workflows and the description say, or help was asked for. 1: one is not, or whoever
 * was asked said no. 2: the arguments or the environment are wrong; nothing was sent.
 */

import { createInterface } from "node:readline/promises";
import { UsageError } from "@visitors-api/machine/usage-error";
import { type Arguments, help, readArguments } from "./arguments.ts";
import { plan } from "./plan.ts";
import { respect } from "./respect.ts";
import { workflowFiles } from "./workflows.ts";

const files = workflowFiles();

process.exitCode = await main().catch((error: unknown) => {
  const isWrongUse = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`verify:live: ${message}${isWrongUse ? " (nothing was sent; see --help)" : ""}`);
  return isWrongUse ? 2 : 1;
});

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2), process.env, files);
  if (given === undefined) {
    console.log(help(files));
    return 0;
  }
  console.log(plan(files, given));
  if (!given.yes && !(await isAgreedTo())) {
    console.error("Nothing was sent.");
    return 1;
  }
  let failed = 0;
  for (const file of files) {
    const { status, output } = await respect(file, given);
    console.log(masked(output, given));
    if (status !== 0) failed++;
  }
  if (failed > 0)
    console.error(
      `Not every step with ${given.server} came out as spec/ says; what is different stands above.`,
    );
  else console.log(`${given.server} does what spec/ says.`);
  return failed > 0 ? 1 : 0;
}

async function isAgreedTo(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError("there is nobody to ask here: pass --yes to agree");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question("\nSend them? [y/N] ")).trim());
  } finally {
    terminal.close();
  }
}

/** Respect shows secrets as stars already. Should it miss one, in a message of another program, it is not shown here. */
function masked(output: string, { secrets }: Arguments): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, "********"), output);
}
