import { BodyTooLargeError, type Incoming, type Reply } from "./incoming.ts";
import { readStream } from "./read-stream.ts";

/**
 * The request that `fetch` would send.
 *
 * @throws TypeError as `fetch` does, when there is none.
 */
export function incomingFrom(input: RequestInfo | URL, init: RequestInit | undefined): Incoming {
  if (input instanceof Request && init === undefined) return incomingOf(input);
  if (input instanceof Request || !isPlainWithText(init)) return incomingOf(new Request(input, init));
  // The platform makes a stream of every body, which takes as long as all that is done with the request here; a text needs none.
  const request = new Request(input, { ...init, body: null });
  // What a body that is a text has where nobody says otherwise (Fetch standard, BodyInit unions).
  if (!request.headers.has("content-type")) request.headers.set("content-type", "text/plain;charset=UTF-8");
  return incomingOf(request, encoder.encode(init.body), init.signal != null);
}

const encoder = new TextEncoder();

/** Whether it is an object of nothing but its own properties, with a text for a body, and a method that may have one. */
function isPlainWithText(init: RequestInit | undefined): init is RequestInit & { readonly body: string } {
  if (typeof init?.body !== "string" || Object.getPrototypeOf(init) !== Object.prototype) return false;
  return init.method !== undefined && !/^(?:get|head)$/i.test(init.method);
}

/**
 * @param bytes The body, where it is no stream.
 * @param canAbort Whether there is anybody who could abort it.
 */
function incomingOf(request: Request, bytes?: Uint8Array, canAbort = true): Incoming {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
    headers: headersOf(request.headers),
    readBody: (limit) => (bytes === undefined ? readBody(request, limit) : within(bytes, limit)),
    signal: canAbort ? request.signal : undefined,
  };
}

async function within(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  if (bytes.byteLength > limit) throw new BodyTooLargeError(limit);
  return bytes;
}

/** @throws TypeError as the platform's `fetch` does, when the connection is to be reset. */
export function responseFrom({ status, headers, body, broken }: Reply): Response {
  if (broken === "reset") throw new TypeError("fetch failed", { cause: connectionError("read ECONNRESET") });
  if (body === undefined) return new Response(null, { status, headers });
  if (broken === undefined) return new Response(body, { status, headers });
  const bytes = new TextEncoder().encode(body);
  return new Response(halfOf(bytes), {
    status,
    headers: { ...headers, "content-length": String(bytes.byteLength) },
  });
}

/** Gives half of a body, and then fails as the platform does when a connection closes too soon. */
function halfOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const half = bytes.subarray(0, Math.ceil(bytes.byteLength / 2));
  return new ReadableStream({
    start: (controller) => controller.enqueue(half),
    // Asked for more only when the half is read: an error that came sooner would take its place.
    pull: (controller) =>
      controller.error(new TypeError("terminated", { cause: connectionError("other side closed") })),
  });
}

/** With the code by which programs know it (Node's `fetch` puts it into the cause, which browsers do not show). */
function connectionError(message: string): Error {
  return Object.assign(new Error(message), { code: "ECONNRESET" });
}

async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  return request.body === null ? new Uint8Array() : readStream(request.body, limit);
}

/** Apart from the request, so that whoever keeps the headers does not keep the request and its body. */
function headersOf(headers: Headers): Incoming["headers"] {
  return () => headers;
}
