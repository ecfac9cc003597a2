import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { BodyTooLargeError, BrokenBodyError, type Incoming, type Reply } from "../request/incoming.ts";

/**
 * A request that came over a socket, as the sandbox takes it.
 *
 * A class, since an object with a getter of its own gets a hidden class of its own from V8, and many of those fill the heap.
 */
export class SocketRequest implements Incoming {
  readonly unreadable: Incoming["unreadable"];
  readonly url: URL;
  readonly response: ServerResponse;
  readonly #message: IncomingMessage;
  readonly #closing: AbortSignal;
  #signal: AbortSignal | undefined;
  /** Why the rest of the body will not come. */
  #broken: BrokenBodyError | undefined;
  /** Tells whoever waits for the body. */
  #breakOff: ((error: BrokenBodyError) => void) | undefined;

  /** @param closing Aborted when the server stops. */
  constructor(
    message: IncomingMessage,
    response: ServerResponse,
    closing: AbortSignal,
    unreadable?: Incoming["unreadable"],
  ) {
    this.url = urlOf(message.url ?? "/");
    this.unreadable = unreadable;
    this.#message = message;
    this.response = response;
    this.#closing = closing;
  }

  get method(): string {
    return this.#message.method ?? "GET";
  }

  get isAboutServer(): boolean {
    return this.#message.url === "*" && this.#message.method === "OPTIONS";
  }

  /** Apart from the message, so that whoever keeps the headers does not keep the message and its socket. */
  get headers(): Incoming["headers"] {
    const { rawHeaders } = this.#message;
    return () =>
      rawHeaders.flatMap((name, index) =>
        index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""] as const] : [],
      );
  }

  /** Made when somebody looks, which for most requests nobody does. */
  get signal(): AbortSignal {
    this.#signal ??= AbortSignal.any([this.#closing, closed(this.response)]);
    return this.#signal;
  }

  header(name: string): string | undefined {
    const value = this.#message.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  readBody(limit: number): Promise<Uint8Array> {
    const message = this.#message;
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    if (message.destroyed) return Promise.reject(closedTooSoon());
    if (Number(message.headers["content-length"] ?? 0) > limit)
      return Promise.reject(new BodyTooLargeError(limit));
    return new Promise((resolve, reject) => {
      this.#breakOff = reject;
      const chunks: Buffer[] = [];
      let length = 0;
      message.on("data", (chunk: Buffer) => {
        length += chunk.length;
        // What is over the limit is still received, so that the client gets to read the answer, but not kept.
        if (length > limit) reject(new BodyTooLargeError(limit));
        else chunks.push(chunk);
      });
      message.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
      // After an end, this changes nothing; and it follows an error, which is emitted only for whoever listens.
      message.on("close", () => reject(closedTooSoon()));
    });
  }

  /** Lets whoever reads the body, now or later, know that the rest of it will not come. */
  breakBody({ message, status }: NonNullable<Incoming["unreadable"]>): void {
    this.#broken = new BrokenBodyError(message, status);
    this.#breakOff?.(this.#broken);
  }
}

function closedTooSoon(): BrokenBodyError {
  return new BrokenBodyError("the client closed the connection before it was complete");
}

export function send(response: ServerResponse, reply: Reply, keepAlive: boolean): void {
  const { status, headers, body, broken } = reply;
  if (broken === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const sent: OutgoingHttpHeaders = { ...headers };
  if (body !== undefined) sent["content-length"] = Buffer.byteLength(body);
  else if (hasLength(response, status)) sent["content-length"] = 0;
  if (!keepAlive) sent["connection"] = "close";
  response.writeHead(status, sent);
  if (broken === "truncated" && body !== undefined) {
    const bytes = Buffer.from(body);
    // Closed once the half is on its way, so that the client gets it.
    response.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), () => response.socket?.destroy());
    return;
  }
  response.end(body);
}

/**
 * Whether an answer without a body says that its length is 0 (RFC 9110 § 8.6): 204 and 304 say none, and to HEAD only the length of
 * what GET gets is said.
 */
function hasLength({ req }: ServerResponse, status: number): boolean {
  return req.method !== "HEAD" && status !== 204 && status !== 304;
}

/** Aborted when the connection is closed before the answer is sent. */
function closed(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  if (response.closed) controller.abort();
  else response.once("close", () => controller.abort());
  return controller.signal;
}

/** The target of a request (RFC 9112 § 3.2), which only in origin form begins with a slash. */
function urlOf(target: string): URL {
  const base = "http://localhost";
  const url = target.startsWith("/") ? base + target : target;
  return URL.parse(url) ?? new URL(`/${encodeURIComponent(target)}`, base);
}
