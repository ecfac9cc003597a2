/**
 * Something that goes wrong on demand. It has exactly one effect (`status`, `reset`, `truncate`, or a `delay` alone),
 * and conditions that say when.
 *
 * As text, in the option, the flag and the header, its properties stand between semicolons: `status=503; times=2`.
 */
export interface Fault {
  /**
   * The status, from 400 to 599, that answers the request in its place: the request is not carried out. The body is the
   * described error.
   */
  readonly status?: number;
  /** The `Retry-After` of a `status`, in seconds. As text: `retry-after`. Default: none. */
  readonly retryAfter?: number;
  /** How much later the answer comes, in milliseconds, alone or beside another effect. Default: 0. */
  readonly delay?: number;
  /** The request is carried out, and then the connection is reset in place of an answer. */
  readonly reset?: true;
  /** The request is carried out, and then the connection is closed after half of the answer's body. */
  readonly truncate?: true;
  /** How many requests it happens to before all is normal. Default: every one. */
  readonly times?: number;
  /** The probability, from 0 to 1, that it happens to a request. Default: 1. */
  readonly rate?: number;
  /** What the random numbers behind `rate` begin with: the same seed gives the same run. Default: 1. */
  readonly seed?: number;
}

/** A fault as it is written in text. */
export function textOf(fault: Fault): string {
  return Object.entries(fault)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => {
      const name = property === "retryAfter" ? "retry-after" : property;
      return value === true ? name : `${name}=${value}`;
    })
    .join("; ");
}
