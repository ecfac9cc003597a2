import type { Problem } from "../validation/problem.ts";

/** What an error says, whatever its shape. */
export interface ErrorFacts {
  readonly status: number;
  /** One at least. */
  readonly problems: readonly Problem[];
  /** What kind of error it is, for a program to tell apart. */
  readonly code: string;
  readonly requestId: string;
}

/**
 * Puts an error into the words that one API has for it, where the description cannot say them.
 *
 * @param body What the engine made of the description: of any API, and of any shape.
 * @param isDocumented Whether it is a documented example, which has its own words.
 * @returns the body as it was where it is none of that API's.
 */
export type ErrorDialect = (body: unknown, facts: ErrorFacts, isDocumented: boolean) => unknown;
