import { Refusal } from "../request/refusal.ts";
import type { Problem } from "../validation/problem.ts";

const DEFAULT_LIMIT = 50;
const MOST = 1000;

/**
 * Reads which items are asked for: `limit` of them (50, up to 1000), from a `cursor` on, which is the `next_cursor` of
 * the page before.
 *
 * @throws Refusal 400 with one problem for each mistake.
 */
export function readPage(query: URLSearchParams): { start: number; limit: number } {
  const limit = wholeNumber(query.get("limit")) ?? DEFAULT_LIMIT;
  const start = wholeNumber(query.get("cursor")) ?? 0;
  const problems: Problem[] = [];
  if (!(limit >= 1 && limit <= MOST)) {
    problems.push({ message: `limit must be a whole number from 1 to ${MOST}`, field: "limit" });
  }
  if (!Number.isSafeInteger(start)) {
    problems.push({ message: "cursor must be the next_cursor of another page", field: "cursor" });
  }
  if (problems.length > 0) throw new Refusal(400, problems);
  return { start, limit };
}

/** @returns undefined when there is no text, NaN when it is no whole number. */
function wholeNumber(text: string | null): number | undefined {
  if (text === null) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
