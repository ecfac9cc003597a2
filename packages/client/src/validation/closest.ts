import type { Failure } from "./check.ts";

/**
 * What is wrong with a value that fits none of several alternatives: what keeps it from the one that it comes closest to,
 * or if several are as close, from each of those.
 *
 * @param alternatives What is wrong by each of them.
 */
export function closest(alternatives: readonly Failure[][]): Failure[] {
  const least = Math.min(...alternatives.map(distance));
  const nearest = alternatives.filter((failures) => distance(failures) === least);
  const isShared = (failure: Failure) =>
    nearest.every((failures) => failures.some((other) => sentence(other) === sentence(failure)));
  const [shared = []] = nearest.map((failures) => failures.filter(isShared));
  const own = nearest.map((failures) => failures.filter((failure) => !isShared(failure)));
  const [first] = own.flat();
  return first ? [either(own, first), ...shared] : shared;
}

/** One failure that stands for one of several. */
function either(alternatives: readonly Failure[][], first: Failure): Failure {
  const all = alternatives.flat();
  const isSingle = all.length === alternatives.length;
  const subjects = unique(all.map(subject));
  const predicates = unique(all.map(({ says }) => says));
  if (isSingle && subjects.length === 1) return { ...first, says: predicates.join(" or ") };
  const says =
    isSingle && predicates.length === 1
      ? `${subjects.join(" or ")} ${first.says}`
      : unique(alternatives.map((failures) => failures.map(sentence).join(" and "))).join(", or ");
  return { ...first, path: [], says, not: undefined };
}

/** A value of another type is nothing of that kind; whatever else is wrong with one is a detail. */
function distance(failures: readonly Failure[]): number {
  return failures.reduce((sum, { path, distance }) => sum + distance * (path.length === 0 ? 10 : 1), 0);
}

function subject({ path }: Failure): string {
  return path.join(".");
}

function sentence(failure: Failure): string {
  return `${subject(failure)} ${failure.says}`.trim();
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, 5);
}
