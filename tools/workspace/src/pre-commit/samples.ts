import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { root } from "../root.ts";
import type { Check } from "./check.ts";

const texts = /(^|\/)README\.md$|^packages\/docs\/src\/content\/guides\//;

/** Whether the samples compile, when a text with samples is staged. */
export const samples: Check = {
  reads: ({ files }) =>
    files.some((file) => texts.test(file)) && isBuilt() ? ["*.md", "packages/client/src/generated"] : [],

  async run(folder) {
    const { status, output } = await runNode(join(root, "tools/e2e/samples/check.ts"), [folder], {
      cwd: root,
    });
    return status === 0 ? undefined : { output, repair: "an edit of the sample, at the places above" };
  },
};

/** They are compiled against what is built; a commit does not wait for that. */
function isBuilt(): boolean {
  return ["client", "sandbox"].every((name) => existsSync(join(root, "packages", name, "dist/index.d.ts")));
}
