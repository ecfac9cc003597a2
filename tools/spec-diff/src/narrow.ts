import { conclude, type Difference } from "./difference.ts";

/** What of a difference is about some operations, as if there were no others. */
export function onlyOf({ changes, compiler, operations }: Difference, wanted: readonly string[]): Difference {
  const isWanted = (operation: string): boolean => wanted.includes(operation);
  return conclude(
    changes.filter((change) => change.operations.some(isWanted)),
    compiler.problems.filter(({ operation }) => isWanted(operation)),
    operations.filter(isWanted),
  );
}
