import type { Incoming, Reply } from "./incoming.ts";
import { readStream } from "./read-stream.ts";

export function incomingFrom(request: Request): Incoming {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
    headers: headersOf(request.headers),
    readBody: (limit) => readBody(request, limit),
    signal: request.signal,
  };
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
