/**
 * `npm run spec:changeset`: has the pending changesets say what changed in the description since the last release.
 * Reads the bundle of the description, which is made before. With `--show` it writes nothing, and prints what a release of them
 * would tell users. Exit 0: they do. 1: something cannot be read. 2: arguments.
 */

import { parseArgs } from "node:util";
import { showPending } from "./changesets/show.ts";
import { updateChangesets } from "./changesets/update.ts";
import { runCommand } from "./command.ts";
import { root } from "./root.ts";

const usage = `Usage: npm run spec:changeset [-- --show]

Has the pending changesets say what changed in the description since the last release.

  --show  Writes nothing, and prints what a release of them would tell users.

Exit codes: 0 they do; 1 something cannot be read; 2 wrong arguments.`;

await runCommand(async () => {
  const flag = { type: "boolean", default: false } as const;
  let given: { readonly show: boolean; readonly help: boolean };
  try {
    given = parseArgs({ options: { show: flag, help: flag } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (given.help) console.log(usage);
  else if (given.show) process.stdout.write(await showPending(root));
  else for (const line of await updateChangesets(root)) console.log(line);
  return 0;
});
