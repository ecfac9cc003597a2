/**
 * `npm run spec:changeset`: has the pending changesets say what changed in the description since the last release.
 * Reads the bundle of the description, which is made before. Exit 0: they do. 1: something cannot be read. 2: arguments.
 */

import { updateChangesets } from "./changesets/update.ts";
import { runCommand } from "./command.ts";
import { root } from "./root.ts";

await runCommand(async () => {
  if (process.argv.length > 2) {
    console.error("npm run spec:changeset takes no arguments.");
    return 2;
  }
  for (const line of await updateChangesets(root)) console.log(line);
  return 0;
});
