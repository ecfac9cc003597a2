import { EventEmitter, once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { onTestFinished, type TestContext } from "vitest";

/** A request as it came over the connection. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server does when a request has arrived whole. Nobody waits for it, nor minds how it fails. */
export type Misbehaviour = (socket: Socket, request: RawRequest) => unknown;

export interface HostileServer {
  readonly url: string;
  readonly requests: readonly RawRequest[];
  /** Resolves when the first request has arrived, and what the server had to say at once is with the client. */
  readonly answering: Promise<void>;
  /** Waits until no connection is open. */
  readonly quiet: () => Promise<void>;
}

/**
 * Serves one test, over plain TCP: nothing sees to it that an answer is one.
 *
 * @param atEnd Of tests that run at once, the one's own `onTestFinished`: nobody else knows which of them asks.
 */
export async function serveRaw(
  answer: Misbehaviour,
  accept: (socket: Socket) => unknown = () => {},
  atEnd: TestContext["onTestFinished"] = onTestFinished,
): Promise<HostileServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const arrivals = new EventEmitter();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A client that hangs up on such a server does so at any time.
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    accept(socket);
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received += chunk;
      const request = parse(received);
      if (request === undefined) return;
      received = "";
      requests.push(request);
      answer(socket, request);
      arrivals.emit("request");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is never a string, which is a pipe's.
  const { port } = server.address() as AddressInfo;
  atEnd(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answering: once(arrivals, "request").then(delivery),
    async quiet() {
      for (const socket of sockets) await new Promise((resolve) => socket.once("close", resolve));
    },
  };
}

/** Resolves when what was written to a socket has been read at its other end, where that is in this process. */
export async function delivery(): Promise<void> {
  // Both ends take turns in one event loop.
  for (let turns = 0; turns < 20; turns++) await turn();
}

/** The request that these bytes are, if they are the whole of one. Its body must have a length. */
function parse(received: string): RawRequest | undefined {
  const [head = "", ...rest] = received.split("\r\n\r\n");
  const [line = "", ...fields] = head.split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => {
      const colon = field.indexOf(":");
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
    }),
  );
  const body = rest.join("\r\n\r\n");
  if (rest.length === 0 || body.length < Number(headers["content-length"] ?? 0)) return undefined;
  const [method = "", target = ""] = line.split(" ");
  return { method, target, headers, body: Buffer.from(body, "latin1").toString() };
}
