import type { IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, BlockList, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Sandbox } from "../create-sandbox.ts";
import type { Incoming, Reply } from "../request/incoming.ts";
import { createServer } from "./http-module.ts";
import { SocketRequest, send } from "./incoming.ts";
import { endOfTurn } from "./turn.ts";
import { answerUnreadable, problemOf } from "./unreadable.ts";

export interface ServeOptions {
  /** The port to listen on; 0 takes a free one. Default: 4010. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`, which no other machine can reach. */
  readonly host?: string;
  /**
   * How long a request may take to arrive, head and body together, in milliseconds. Past it the answer is 408, and the
   * connection is closed. Default: 60 000.
   */
  readonly requestTimeout?: number;
  /** Called after each answer. */
  readonly onAnswer?: (answer: ServedAnswer) => void;
}

export interface ServedAnswer {
  readonly method: string;
  /** Without the query, which may carry a credential. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /**
   * How the answer ended when it was not sent as a whole: as a fault had it, or `abandoned` by a client that closed the
   * connection before it was ready.
   */
  readonly ending?: "reset" | "truncated" | "abandoned";
}

export interface SandboxServer {
  /** Such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  /** Whether only this machine can reach it. */
  readonly isLoopback: boolean;
  /** Stops listening, and resolves when the requests in flight are answered, or are cut off after five seconds. */
  close(): Promise<void>;
}

const GRACE_MILLISECONDS = 5000;

/** How much later than it is over, at most, the time of a request is found to be over, in milliseconds. */
const CHECKING_INTERVAL = 5000;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/**
 * Serves a sandbox over HTTP.
 *
 * @throws Error with the `code` of the system when the address cannot be listened on, such as `EADDRINUSE`; RangeError when the
 * request timeout is none.
 *
 * @example
 * const server = await serveSandbox(createSandbox(), { port: 0 });
 * const client = createClient({ baseUrl: server.url, token: "any" });
 * // …
 * await server.close();
 */
export async function serveSandbox(
  sandbox: Pick<Sandbox, "handle">,
  options: ServeOptions = {},
): Promise<SandboxServer> {
  const { port = 4010, host = "127.0.0.1", requestTimeout = 60_000, onAnswer } = options;
  if (!(requestTimeout >= 1 && Number.isSafeInteger(requestTimeout))) {
    throw new RangeError(`A request timeout is a whole number of milliseconds from 1, not ${requestTimeout}`);
  }
  const closing = new AbortController();
  // The last request of each connection.
  const latest = new WeakMap<Duplex, SocketRequest>();

  async function serve(
    message: IncomingMessage,
    response: ServerResponse,
    unreadable: Incoming["unreadable"],
  ): Promise<void> {
    const started = performance.now();
    const incoming = new SocketRequest(message, response, closing.signal, unreadable);
    latest.set(message.socket, incoming);
    await endOfTurn();
    let reply: Reply;
    let ending: ServedAnswer["ending"];
    try {
      reply = await sandbox.handle(incoming);
      ending = message.socket.destroyed ? "abandoned" : reply.broken;
      send(response, reply, unreadable === undefined && !closing.signal.aborted);
    } catch (error) {
      reply = failureReply(error);
      send(response, reply, false);
    }
    report(incoming, reply, started, ending);
  }

  function report(
    { method, url }: Incoming,
    { status }: Reply,
    started: number,
    ending?: ServedAnswer["ending"],
  ): void {
    onAnswer?.({
      method,
      path: url.pathname,
      status,
      milliseconds: performance.now() - started,
      ...(ending !== undefined && { ending }),
    });
  }

  // What Node would refuse by itself is refused as the sandbox refuses things.
  const limits = {
    requestTimeout,
    connectionsCheckingInterval: Math.min(requestTimeout, CHECKING_INTERVAL),
  };
  const server = createServer({ requireHostHeader: false, ...limits }, (message, response) => {
    void serve(message, response, problemOf(message));
  });
  server.on("checkExpectation", (message, response) => {
    void serve(message, response, { status: 417, message: "Only 100-continue can be expected" });
  });
  answerUnreadable(server, latest, async (incoming) => {
    const started = performance.now();
    let reply: Reply;
    try {
      reply = await sandbox.handle(incoming);
    } catch (error) {
      reply = failureReply(error);
    }
    report(incoming, reply, started);
    return reply;
  });
  const connections = new Set<Socket>();
  server.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A server that listens on a port has an address of this kind; only pipes have a string.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    isLoopback: LOOPBACK.check(address.address, address.family === "IPv6" ? "ipv6" : "ipv4"),
    close() {
      closing.abort();
      for (const connection of connections) {
        // Browsers open connections ahead of requests. Before Node 26, such a one does not count as idle, and would be
        // waited for (https://github.com/nodejs/node/pull/63470).
        if (connection.bytesRead === 0) connection.destroy();
      }
      return new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
      });
    },
  };
}

/** What is answered where a sandbox fails to answer, or answers with something that HTTP cannot carry: the server stays up. */
function failureReply(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return { status: 500, headers, body: `The sandbox failed to answer: ${message}\n` };
}
