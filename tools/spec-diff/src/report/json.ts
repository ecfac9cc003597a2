import type { Difference, Place, Verdict } from "../difference.ts";
import { showFile } from "./facts.ts";
import { isShown } from "./outline.ts";

/** A difference for programs: as it is, with null for what there is none of. */
export function toJson(
  { verdict, changes, compiler, operations }: Difference,
  level: Verdict = "documentation",
): string {
  const place = (of: Place | undefined) => (of ? { ...of, file: showFile(of.file) } : null);
  const plain = {
    verdict: verdict ?? null,
    changes: changes
      .filter((change) => isShown(change, level))
      .map((change) => ({
        ...change,
        before: place(change.before),
        after: place(change.after),
        at: place(change.at),
        accepted: change.accepted ?? null,
      })),
    compiler,
    operations,
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}
