/**
 * A request, whatever brought it: a `Request` (web.ts) or a socket (node/serve.ts). The sandbox works on this, so that
 * serving over a socket need not build a `Request` and a `Response` for each call, which takes longer than answering it.
 */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  header(name: string): string | undefined;
  headers(): Iterable<readonly [name: string, value: string]>;
  /** @throws BodyTooLargeError past `limit` bytes. */
  readBody(limit: number): Promise<Uint8Array>;
}

/** What the sandbox answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes`);
  }
}
