import type { Domain } from "./domain.ts";
import type { Dynamic } from "./dynamic/random-values.ts";
import type { Fault } from "./faults/fault.ts";
import type { RateLimit } from "./rate-limit/rate-limited.ts";
import type { Start } from "./state/check-start.ts";
import type { CreateCollection } from "./state/collection.ts";

export interface SandboxOptions {
  /**
   * The OpenAPI 3.0 or 3.1 document to behave as, bundled into one: its references all point into itself.
   * Default: the description of `@visitors-api/spec`.
   */
  readonly description?: object;
  /**
   * The credential that is accepted: the bearer token, the API key, or `user:password` for basic authentication,
   * whichever the description asks for. Default: any that is not empty.
   */
  readonly token?: string;
  /** What it keeps and does beyond its description. Default: nothing, each operation is answered with its documented example. */
  readonly domain?: Domain;
  /**
   * The items to start with, as the description says: lists by the names of their collections; where there is only one, its
   * list alone will do. Default: those in the description's examples of successful answers.
   */
  readonly start?: Start;
  /**
   * Where each collection is kept: `sqliteStore("items.db")` of `@visitors-api/sandbox/node`, or a function of one's own that
   * makes a `Collection`. Default: in memory.
   */
  readonly store?: CreateCollection;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** Makes the id of each request: its `X-Request-Id`, and the `request_id` of an error. Default: a random UUID. */
  readonly requestId?: () => string;
  /**
   * Answers 429 past so many requests of one credential, and tells in each answer how many are left. Default: no limit.
   *
   * @example { limit: 100, window: 10_000 }
   */
  readonly rateLimit?: RateLimit;
  /**
   * What goes wrong, as a list or in the words of `X-Sandbox-Fault`: to a request happens the first fault of the list
   * that has not had its `times` and whose `rate` lets it. A request with that header has its own faults in their place.
   * Default: nothing.
   *
   * @example [{ status: 503, times: 2 }, { reset: true, rate: 0.1, seed: 7 }]
   * @example "status=503; times=2, reset; rate=0.1; seed=7"
   */
  readonly faults?: string | readonly Fault[];
  /**
   * Answers with any value that the schema of the response allows in place of the documented example, where an operation has no
   * handler. The same seed gives the same answers to the same requests. Default: false.
   *
   * @example { seed: 7 }
   */
  readonly dynamic?: boolean | Dynamic;
  /**
   * Lets pages of other origins call the sandbox: all, or those listed, such as `["https://docs.example"]`. Default: none.
   */
  readonly cors?: boolean | readonly string[];
  /**
   * Holds every answer against the description: its status, its media type and its body, if that is JSON. One that is not
   * as described becomes a 500 that says why. Default: false.
   */
  readonly strict?: boolean;
}
