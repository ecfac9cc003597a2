/**
 * `npm run spec:changeset`: has the pending changesets say what changed in the description since the last release.
 * Reads the bundle of the description, which is made before. With `--show` it writes nothing, and prints what a release of them
 * would tell users. Exit 0: they do. 1: something cannot be read. 2: arguments.
 */

import { showPending } from "./changesets/show.ts";
import { updateChangesets } from "./changesets/update.ts";
import { runCommand } from "./command.ts";
import { root } from "./root.ts";

await runCommand(async () => {
  const [option, ...others] = process.argv.slice(2);
  if (others.length > 0 || (option !== undefined && option !== "--show")) {
    console.error("npm run spec:changeset takes no arguments but --show.");
    return 2;
  }
  if (option === "--show") process.stdout.write(await showPending(root));
  else for (const line of await updateChangesets(root)) console.log(line);
  return 0;
});
