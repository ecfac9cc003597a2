import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check.ts";
import type { Staged } from "./staged.ts";

/** Texts that no compiler reads: in code the marks of a merge are an error anyway. */
const texts = /\.(md|ya?ml|json)$/;

/** How git parts what two sides of a merge have made of the same lines. */
const mark = /^(<{7}|>{7}) /;

const textsOf = ({ files }: Staged) => files.filter((file) => texts.test(file));

/** Whether a merge was finished. */
export const conflicts: Check = {
  reads: textsOf,

  async run(folder, staged) {
    const places = textsOf(staged).flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (mark.test(line) ? [`${file}:${index + 1}: ${line}`] : [])),
    );
    if (places.length === 0) return undefined;
    return {
      output: places.join("\n"),
      repair: "an edit that keeps what is meant of both sides of the merge",
    };
  },
};
