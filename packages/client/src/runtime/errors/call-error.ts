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
export class CallError<Details extends CallDetails = CallDetails> extends Error implements CallDetails {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly attempts: number;

  /** @param what What happened, to follow the operation in a sentence. */
  constructor(details: Details, what: string, options?: ErrorOptions) {
    const { operation, method, url, attempts } = details;
    super(`${operation} (${method} ${url}) ${what}, attempts: ${attempts}`, options);
    for (const [name, value] of Object.entries(details)) {
      // Both may be long, and hold cookies: a log that prints the error is better without.
      Object.defineProperty(this, name, { value, enumerable: !/^(body|headers)$/.test(name) });
    }
  }
}
