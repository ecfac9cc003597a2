import type { ValidationIssue } from "@visitors-api/client/validation";
import type { Problem } from "./problem.ts";

/**
 * Says what validation found in sentences of their own, each once.
 *
 * @param whole What the sentences call the value itself, such as "The body".
 */
export function problemsFrom(issues: readonly ValidationIssue[], whole: string): Problem[] {
  const byMessage = new Map<string, Problem>();
  for (const issue of issues) {
    const problem = problemFrom(issue, whole);
    byMessage.set(problem.message, problem);
  }
  return [...byMessage.values()];
}

function problemFrom({ message, path }: ValidationIssue, whole: string): Problem {
  const field = path.join(".");
  const named = firstNamed(message);
  const missing = / ?is required$/.test(message) && { isMissing: true };
  if (named === undefined) {
    return path.length === 0
      ? { message: `${whole} ${message}` }
      : { message: `${field} ${message}`, field, ...missing };
  }
  // The sentence is whole, and the properties that it is about stand in what the path leads to.
  return path.length === 0
    ? { message, field: named, ...missing }
    : { message: `${field}: ${message}`, field: `${field}.${named}`, ...missing };
}

/**
 * The property that a message names first, such as `id` in "id or slug is required"; undefined for a message that
 * is to follow the name of a property, such as "must be a string". A property that is called `must` is taken for the latter.
 */
function firstNamed(message: string): string | undefined {
  const end = message.search(/(?:^| )(?:must|is|has) | or /);
  return end > 0 ? message.slice(0, end) : undefined;
}
