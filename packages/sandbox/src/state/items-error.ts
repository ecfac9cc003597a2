import type { Problem } from "../validation/problem.ts";

/** Enough to mend a file by; a list of another kind altogether has as many mistakes as items. */
const MOST_PROBLEMS = 100;

/** Something cannot be taken as the items of collections; the message is one line about the first mistake in it. */
export class ItemsError extends Error {
  override readonly name = "ItemsError";
  /** Each mistake, with its place; of many, the first hundred. */
  readonly problems: readonly Problem[];
  /** How many mistakes there are. */
  readonly total: number;

  constructor(problems: readonly Problem[], total: number) {
    const [first] = problems;
    const more = total === 2 ? " (and 1 more mistake)" : total > 2 ? ` (and ${total - 1} more mistakes)` : "";
    super(`${first?.message}${more}`);
    this.problems = problems;
    this.total = total;
  }
}

/** @throws ItemsError when there is a problem. */
export function refuseProblems(found: Iterable<Problem>): void {
  const problems: Problem[] = [];
  let total = 0;
  for (const problem of found) {
    total += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  }
  if (total > 0) throw new ItemsError(problems, total);
}
