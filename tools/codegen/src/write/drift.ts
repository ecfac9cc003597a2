import { createTwoFilesPatch } from "diff";
import type { Difference } from "./write.ts";

/** The differences as a unified diff, from what is there to what should be. */
export function describeDrift(differences: readonly Difference[]): string {
  return differences
    .map(({ name, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? "/dev/null" : `a/${name}`,
        after === undefined ? "/dev/null" : `b/${name}`,
        before ?? "",
        after ?? "",
        "",
        "",
        {
          context: 3,
          headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
        },
      ),
    )
    .join("\n");
}
