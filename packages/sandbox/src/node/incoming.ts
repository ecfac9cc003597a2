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
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #closing: AbortSignal;
  #signal: AbortSignal | undefined;

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
    this.#response = response;
    this.#closing = closing;
  }

  get method(): string {
    return this.#message.method ?? "GET";
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
    this.#signal ??= AbortSignal.any([this.#closing, closed(this.#response)]);
    return this.#signal;
  }

  header(name: string): string | undefined {
    const value = this.#message.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  readBody(limit: number): Promise<Uint8Array> {
    return readBody(this.#message, limit);
  }
}

export function send(response: ServerResponse, reply: Reply, keepAlive: boolean): void {
  const { status, headers, body, broken } = reply;
  if (broken === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const sent: OutgoingHttpHeaders = { ...headers };
  if (body !== undefined) sent["content-length"] = Buffer.byteLength(body);
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

const BROKEN = Symbol("broken");
const broken = new WeakMap<IncomingMessage, BrokenBodyError>();

/** Lets whoever reads the body of a request, now or later, know that the rest of it will not come. */
export function breakBody(message: IncomingMessage, why: NonNullable<Incoming["unreadable"]>): void {
  const error = new BrokenBodyError(why.message, why.status);
  broken.set(message, error);
  message.emit(BROKEN, error);
}

function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  const known = broken.get(message);
  if (known !== undefined) return Promise.reject(known);
  if (Number(message.headers["content-length"] ?? 0) > limit)
    return Promise.reject(new BodyTooLargeError(limit));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      // What is over the limit is still received, so that the client gets to read the answer, but not kept.
      if (length > limit) reject(new BodyTooLargeError(limit));
      else chunks.push(chunk);
    });
    message.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    const breakOff = () =>
      reject(new BrokenBodyError("the client closed the connection before it was complete"));
    message.on(BROKEN, reject);
    message.on("error", breakOff);
    message.on("close", () => {
      if (!message.complete) breakOff();
    });
  });
}
