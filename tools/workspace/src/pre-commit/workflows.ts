import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { root } from "../root.ts";
import type { Check } from "./check.ts";

const workflowFile = /^\.github\/workflows\//;

/** The workflows of continuous integration, when one is staged. */
export const workflows: Check = {
  reads: ({ files }) => (files.some((file) => workflowFile.test(file)) ? [".github/workflows"] : []),

  async run(folder) {
    const lint = join(root, "tools/workspace/src/workflows/lint.ts");
    const { status, output } = await runNode(lint, [folder], { cwd: root });
    return status === 0 ? undefined : { output, repair: "an edit of the workflow, at the places above" };
  },
};
