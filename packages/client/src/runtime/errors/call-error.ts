/** What every error of a call says of the call. */
export interface CallDetails {
  /** The name of the method that was called. */
  readonly operation: string;
  readonly method: string;
  /** Without its query, which may hold a secret. */
  readonly url: string;
  /** How many requests were made. */
  readonly attempts: number;
}

/** A call that did not end in a result. */
export class CallError extends Error implements CallDetails {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly attempts: number;

  constructor({ operation, method, url, attempts }: CallDetails, what: string, cause?: unknown) {
    const times = `${attempts} attempt${attempts === 1 ? "" : "s"}`;
    super(
      `${operation} (${method} ${url}) ${what} after ${times}`,
      cause === undefined ? undefined : { cause },
    );
    this.operation = operation;
    this.method = method;
    this.url = url;
    this.attempts = attempts;
  }
}
