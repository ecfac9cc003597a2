import type { Difference, Place } from "../difference.ts";
import { showFile } from "./facts.ts";

/** A difference for programs: as it is, with null for what there is none of. */
export function toJson({ verdict, changes, compiler }: Difference): string {
  const place = (of: Place | undefined) => (of ? { ...of, file: showFile(of.file) } : null);
  const plain = {
    verdict: verdict ?? null,
    changes: changes.map((change) => ({
      ...change,
      before: place(change.before),
      after: place(change.after),
    })),
    compiler,
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}
