import type { CallDetails } from "./errors/call-error.ts";

/** A request that was made, and what came of it. It has no credential in it, and no query. */
export interface Attempt extends Omit<CallDetails, "attempts"> {
  /** 1 for the first of its call. */
  readonly attempt: number;
  /** Of the response; undefined when none came, or not all of a success. */
  readonly status: number | undefined;
  /** What went wrong, where there is no status. */
  readonly error: unknown;
  /** The id that the response gives the request. */
  readonly requestId: string | undefined;
  /** From the request to the last byte of the response, or what came in its place. */
  readonly milliseconds: number;
  /** How long it is until the next attempt, in milliseconds; undefined when there is none. */
  readonly retryIn: number | undefined;
}
