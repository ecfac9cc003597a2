import { type Check, fail } from "../check.ts";

/** `minLength`, in characters: code points of Unicode. */
export function minLength(limit: number): Check {
  const says = `must have at least ${count(limit)}`;
  return (value) =>
    typeof value === "string" &&
    (value.length < limit || (value.length < 2 * limit && characters(value) < limit))
      ? fail(says)
      : undefined;
}

/** `maxLength`, in characters: code points of Unicode. */
export function maxLength(limit: number): Check {
  const says = `must have at most ${count(limit)}`;
  return (value) =>
    typeof value === "string" &&
    value.length > limit &&
    (value.length > 2 * limit || characters(value) > limit)
      ? fail(says)
      : undefined;
}

/** `pattern`. */
export function pattern(source: string, flags = "u"): Check {
  const expression = new RegExp(source, flags);
  return (value) =>
    typeof value === "string" && !expression.test(value) ? fail(`must match ${expression}`) : undefined;
}

/** A string in which bytes travel, as a file is one in a form. */
export const binary: Check = (value) =>
  typeof value === "string" ||
  value instanceof Blob ||
  value instanceof ArrayBuffer ||
  ArrayBuffer.isView(value) ||
  value instanceof ReadableStream
    ? undefined
    : fail("must be a string or a file", undefined, 10);

function characters(text: string): number {
  return [...text].length;
}

function count(limit: number): string {
  return limit === 1 ? "1 character" : `${limit} characters`;
}
