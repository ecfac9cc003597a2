import { join } from "node:path";
import { root } from "../root.ts";
import { type Check, run } from "./check.ts";

/** The description, what is linted with it, and the rules. */
export const descriptionFiles = /^spec\/([^/]+\.yaml|lint\/.*)$/;

/** Redocly's rules, on a description that is staged. */
export const description: Check = {
  reads: ({ paths }) => (paths.some((path) => descriptionFiles.test(path)) ? ["spec"] : []),

  async run(folder) {
    const redocly = join(root, "spec/node_modules/@redocly/cli/bin/cli.js");
    const options = ["lint", "--lint-config=error"];
    const { status, output } = await run(process.execPath, [redocly, ...options], join(folder, "spec"));
    return status === 0 ? undefined : { output, repair: "an edit of the description, at the places above" };
  },
};
