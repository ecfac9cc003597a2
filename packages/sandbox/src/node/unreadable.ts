import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Incoming, Reply } from "../request/incoming.ts";
import { STATUS_CODES } from "./http-module.ts";
import type { SocketRequest } from "./incoming.ts";

/** Why something is no request that can be answered as it is. */
type Unreadable = NonNullable<Incoming["unreadable"]>;

/** What the errors of Node's parser mean; all others are 400. */
const STATUSES = new Map([
  ["HPE_HEADER_OVERFLOW", 431],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", 413],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
]);

/** How long what a client still sends is read, so that it gets to read the answer. */
const LINGER_MILLISECONDS = 1000;

/**
 * Answers what Node takes for no request, and would answer with a bare status or not at all, as the sandbox answers
 * errors; then it closes the connection.
 *
 * @param latest The last request of each connection.
 */
export function answerUnreadable(
  server: Server,
  latest: WeakMap<Duplex, SocketRequest>,
  answer: (incoming: Incoming) => Promise<Reply>,
): void {
  const refused = new WeakSet<Duplex>();

  async function refuse(socket: Duplex, unreadable: Unreadable, method = "?"): Promise<void> {
    if (refused.has(socket)) return;
    refused.add(socket);
    const reply = await answer(unreadableRequest(unreadable, method));
    if (socket.writable) socket.end(responseText(reply));
    linger(socket);
  }

  server.on("clientError", (error: NodeJS.ErrnoException & { reason?: string }, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    const status = STATUSES.get(error.code ?? "") ?? 400;
    const unreadable = { status, message: error.reason ?? error.message };
    const request = latest.get(socket);
    if (request === undefined || (request.response.req.complete && request.response.closed)) {
      void refuse(socket, unreadable);
      return;
    }
    const { response } = request;
    if (response.req.complete) {
      // In the order of the requests.
      response.once("close", () => void refuse(socket, unreadable));
    } else {
      // It was answered before its body had come, or is answered now.
      if (response.writableEnded) linger(socket);
      response.shouldKeepAlive = false;
      request.breakBody(unreadable);
    }
  });

  server.on("connect", ({ method }, socket) => {
    void refuse(socket, { status: 400, message: "This is not a proxy" }, method);
  });
}

/** What is wrong with a request that Node takes for one (RFC 9112 § 3.2); undefined when nothing is. */
export function problemOf({ rawHeaders, httpVersion }: IncomingMessage): Unreadable | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === "host") hosts++;
  }
  if (hosts === 1 || (hosts === 0 && httpVersion === "1.0")) return undefined;
  return { status: 400, message: "It must have the header Host, and have it once" };
}

/** Stands for a request of which nothing is known. */
function unreadableRequest(unreadable: Unreadable, method: string): Incoming {
  return {
    method,
    url: new URL("http://localhost/"),
    header: () => undefined,
    headers: () => [],
    readBody: async () => new Uint8Array(),
    unreadable,
  };
}

function responseText({ status, headers, body = "" }: Reply): string {
  const all = {
    ...headers,
    date: new Date().toUTCString(),
    connection: "close",
    "content-length": Buffer.byteLength(body),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${body}`;
}

/** Closing a connection on which something unread has arrived takes back what was sent last (RFC 9112 § 9.6). */
function linger(socket: Duplex): void {
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
  socket.once("close", () => clearTimeout(timer));
}
