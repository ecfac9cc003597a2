import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeMarks } from "@visitors-api/release/merge-marks";
import type { Check } from "./check.ts";
import type { Staged } from "./staged.ts";

/** Texts that no compiler reads: in code the marks of a merge are an error anyway. */
const texts = /\.(md|ya?ml|json)$/;

const textsOf = ({ files }: Staged) => files.filter((file) => texts.test(file));

/** Whether a merge was finished. */
export const conflicts: Check = {
  reads: textsOf,

  async run(folder, staged) {
    const places = textsOf(staged).flatMap((file) =>
      mergeMarks(readFileSync(join(folder, file), "utf8")).map(
        ({ line, text }) => `${file}:${line}: ${text}`,
      ),
    );
    if (places.length === 0) return undefined;
    return {
      output: places.join("\n"),
      repair: "an edit that keeps what is meant of both sides of the merge",
    };
  },
};
