import type { Visitor } from "@visitors-api/client";

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
  /** The visitors to start with. Default: those in the description's examples of successful answers. */
  readonly visitors?: readonly Visitor[];
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** Makes the `request_id` of each error. Default: a random UUID. */
  readonly requestId?: () => string;
}
