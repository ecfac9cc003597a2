import { join } from "node:path";
import { runRedocly } from "../redocly.ts";
import type { Check } from "./check.ts";

/** The description, in one file or in several, what is linted with it, and the rules. */
export const descriptionFiles = /^spec\/(?!(releases|test)\/)([^/]+\.yaml|.+\/[^/]+\.(ya?ml|json)|lint\/.*)$/;

/** Redocly's rules, on a description that is staged. */
export const description: Check = {
  reads: ({ paths }) => (paths.some((path) => descriptionFiles.test(path)) ? ["spec"] : []),

  async run(folder) {
    const { succeeded, said } = await runRedocly(["lint", "--lint-config=error"], join(folder, "spec"));
    return succeeded
      ? undefined
      : { output: said, repair: "an edit of the description, at the places above" };
  },
};
