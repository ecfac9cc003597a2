import { isObject } from "@visitors-api/openapi";
import type { Problem } from "../validation/problem.ts";
import { problemsFrom } from "../validation/problems.ts";
import type { Validate } from "../validation/validators.ts";
import type { StoredVisitor } from "./visitor-store.ts";

/** Enough to mend a file by; a list of another kind altogether has as many mistakes as items. */
const MOST_PROBLEMS = 100;

/** A list cannot be taken as visitors; the message is one line about the first mistake in it. */
export class VisitorsError extends Error {
  override readonly name = "VisitorsError";
  /** Each mistake, with the index of the visitor; of many, the first hundred. */
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

/**
 * Checks a list of visitors: each as the description says, with an `id`, and no `id` or `user_id` twice.
 *
 * @throws VisitorsError
 */
export function checkVisitors(list: unknown, validate: Validate): readonly StoredVisitor[] {
  if (!Array.isArray(list)) throw new VisitorsError([{ message: "a list of visitors is required" }], 1);
  const problems: Problem[] = [];
  let total = 0;
  const indexes = { id: new Map<string, number>(), user_id: new Map<string, number>() };
  for (const [index, value] of list.entries()) {
    for (const problem of problemsOf(value, index, validate, indexes)) {
      total += 1;
      if (problems.length < MOST_PROBLEMS) problems.push(problem);
    }
  }
  if (total > 0) throw new VisitorsError(problems, total);
  // Every item has an `id` that is a string, and is otherwise as the description says, from which the type is made.
  return list as StoredVisitor[];
}

type Indexes = Readonly<Record<("id" | "user_id") & keyof StoredVisitor, Map<string, number>>>;

function problemsOf(value: unknown, index: number, validate: Validate, indexes: Indexes): Problem[] {
  const here = `[${index}]`;
  if (!isObject(value)) return [{ message: `${here} must be an object`, field: `${index}` }];
  const problems = problemsFrom(validate(value), here).map(({ message, field }) =>
    field === undefined
      ? { message, field: `${index}` }
      : { message: `${here}.${message}`, field: `${index}.${field}` },
  );
  if (value["id"] === undefined) {
    problems.push({ message: `${here}.id is required`, field: `${index}.id` });
  } else if (typeof value["id"] !== "string" && problems.length === 0) {
    // In a description of one's own, an id may be of another type.
    problems.push({ message: `${here}.id must be a string`, field: `${index}.id` });
  }
  for (const [name, indexOf] of Object.entries(indexes)) {
    const key = value[name];
    if (typeof key !== "string") continue;
    const earlier = indexOf.get(key);
    if (earlier === undefined) indexOf.set(key, index);
    else {
      const message = `${here}.${name} is ${JSON.stringify(key)}, which [${earlier}] has already`;
      problems.push({ message, field: `${index}.${name}` });
    }
  }
  return problems;
}
