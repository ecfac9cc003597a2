/** Whether the pending changesets tell users what has changed in the description. Exit 0: they do. 1: they do not. */

import { unsaidReport } from "./changesets/unsaid.ts";
import { runCommand } from "./command.ts";
import { root } from "./root.ts";

await runCommand(async () => {
  const report = await unsaidReport(root);
  if (report === undefined) return 0;
  console.error(report);
  return 1;
});
