import type { RequestOptions, RetryOptions } from "./options.ts";

/** How long a call goes on. */
export interface Limits extends Omit<RetryOptions, "limit"> {
  readonly retries: number;
  /** In milliseconds; none where it is 0. */
  readonly timeout: number;
}

/**
 * What the options of a client or a call say, and where they are silent, the defaults.
 *
 * @throws {TypeError} which names the option that cannot be used.
 */
export function limitsOf({ retries, timeout }: RequestOptions, defaults: Limits): Limits {
  const { limit, ...others } = typeof retries === "object" ? retries : { limit: retries };
  const limits: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries({ ...others, retries: limit, timeout })) {
    if (value === undefined) continue;
    // What is no object is a number, or false, which counts for 0.
    if (typeof value !== "object" && !(Number(value) >= 0)) {
      throw new TypeError(`${name} must be false or a number from 0`);
    }
    limits[name] = value || 0;
  }
  // Each of them is a default, or was checked.
  return limits as unknown as Limits;
}
