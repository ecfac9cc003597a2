/**
 * A request, whatever brought it: a `Request` (web.ts) or a socket (node/serve.ts). The sandbox works on this, so that
 * serving over a socket need not build a `Request` and a `Response` for each call, which takes longer than answering it.
 */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  header(name: string): string | undefined;
  headers(): Iterable<readonly [name: string, value: string]>;
  /** @throws BodyTooLargeError past `limit` bytes; BrokenBodyError when it does not come as a whole. */
  readBody(limit: number): Promise<Uint8Array>;
  /** Whether it is `OPTIONS *`, which is about the server as a whole and about no path of it (RFC 9112 § 3.2.4). */
  readonly isAboutServer?: boolean | undefined;
  /** Why whoever received it could not take it for a request, and the status that says so; nothing else of it counts. */
  readonly unreadable?: { readonly status: number; readonly message: string } | undefined;
  /** Aborted when nobody waits for the answer any more, or nobody should. */
  readonly signal?: AbortSignal | undefined;
}

/** What the sandbox answers. */
export interface Reply {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /**
   * How the answer breaks on its way: with `reset` the connection is reset in place of an answer, with `truncated` it is
   * closed after half of the body, if there is one.
   */
  readonly broken?: "reset" | "truncated";
}

/** The body does not come as a whole, for which the client is to blame. */
export class BrokenBodyError extends Error {
  override readonly name = "BrokenBodyError";
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes`);
  }
}
