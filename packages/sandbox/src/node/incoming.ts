import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLargeError, type Incoming, type Reply } from "../request/incoming.ts";

/** A request that came over a socket, as the sandbox takes it. */
export function incomingFrom(message: IncomingMessage): Incoming {
  return {
    method: message.method ?? "GET",
    url: urlOf(message.url ?? "/"),
    header(name) {
      const value = message.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    headers: headersOf(message.rawHeaders),
    readBody: (limit) => readBody(message, limit),
  };
}

export function send(response: ServerResponse, { status, headers, body }: Reply, keepAlive: boolean): void {
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
    ...(!keepAlive && { connection: "close" }),
  });
  response.end(body);
}

/** The target of a request (RFC 9112 § 3.2), which only in origin form begins with a slash. */
function urlOf(target: string): URL {
  const base = "http://localhost";
  const url = target.startsWith("/") ? base + target : target;
  return URL.parse(url) ?? new URL(`/${encodeURIComponent(target)}`, base);
}

function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
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
    message.on("error", reject);
    message.on("close", () => {
      if (!message.complete)
        reject(new Error("The client closed the connection before its request was complete"));
    });
  });
}

/** Apart from the message, so that whoever keeps the headers does not keep the message and its socket. */
function headersOf(rawHeaders: readonly string[]): Incoming["headers"] {
  return () =>
    rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""] as const] : [],
    );
}
