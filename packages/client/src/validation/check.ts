import type { AllFound, Followed } from "./follow.ts";

/**
 * What a schema, or one keyword of it, says of a value: what is wrong, or undefined.
 *
 * @param evaluated Where to note which properties or items of the value a schema spoke of, if somebody wants to know.
 */
export type Check = (value: unknown, context: Context, evaluated?: Evaluated) => Failure[] | undefined;

/** The names of properties, or the indexes of items. */
export type Evaluated = Set<string | number>;

/** What is the same for all parts of a value that is validated. */
export interface Context {
  /** Which way the value travels, if that is known. */
  readonly direction: Direction | undefined;
  /** The schema at work. */
  at: Followed | undefined;
  /** What is kept of what has been found; made when it is first needed. */
  found: AllFound | undefined;
}

export type Direction = "input" | "output";

export interface Failure {
  readonly path: PropertyKey[];
  /** What is wrong, to follow the name of the property in a sentence. */
  readonly says: string;
  /** What the value is instead. */
  readonly not: string | undefined;
  /** How far from what was expected: the alternative that is nearest is the one to talk about. */
  readonly distance: number;
}

/** More than that nobody reads, and a hostile value could have millions. */
export const mostFailures = 50;

export function fail(says: string, not?: string, distance = 1): Failure[] {
  return [{ path: [], says, not, distance }];
}

/**
 * Adds what is wrong with a part of a value to what is wrong with the rest.
 *
 * @param found Not empty; it belongs to nobody else.
 */
export function under(
  key: string | number,
  found: Failure[],
  failures: Failure[] | undefined,
): Failure[] | undefined {
  for (const { path } of found) path.unshift(key);
  return together(failures, found);
}

export function together(
  failures: Failure[] | undefined,
  found: Failure[] | undefined,
): Failure[] | undefined {
  if (!failures || !found) return failures ?? found;
  return [...failures, ...found].slice(0, mostFailures);
}
