import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { root } from "../root.ts";
import type { Check } from "./check.ts";
import type { Staged } from "./staged.ts";

const settings = [".biome.json", ".gitignore"];

/** The rest of what Biome looks at is in its own settings. */
const formatted = /\.(ts|tsx|mts|js|mjs|json|css|html)$/;

const filesOf = ({ files }: Staged) => files.filter((file) => formatted.test(file));

/** Biome, on the files that are staged. */
export const format: Check = {
  reads(staged) {
    const files = filesOf(staged);
    return files.length === 0 ? [] : [...files, ...settings];
  },

  async run(folder, staged) {
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    const options = ["check", "--no-errors-on-unmatched", "--colors=off", ...filesOf(staged)];
    const { status, output } = await runNode(biome, options, { cwd: folder });
    return status === 0 ? undefined : { output, repair: "npm run lint -- --write" };
  },
};
