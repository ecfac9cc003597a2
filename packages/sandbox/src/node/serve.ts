import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "../create-sandbox.ts";
import { incomingFrom, send } from "./incoming.ts";

export interface ServeOptions {
  /** The port to listen on; 0 takes a free one. Default: 4010. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`, which no other machine can reach. */
  readonly host?: string;
  /** Called after each answer. */
  readonly onAnswer?: (answer: ServedAnswer) => void;
}

export interface ServedAnswer {
  readonly method: string;
  /** Without the query, which may carry a credential. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface SandboxServer {
  /** Such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  /** Stops listening, and resolves when the requests in flight are answered, or are cut off after five seconds. */
  close(): Promise<void>;
}

const GRACE_MILLISECONDS = 5000;

/**
 * Serves a sandbox over HTTP.
 *
 * @throws Error with the `code` of the system when the address cannot be listened on, such as `EADDRINUSE`.
 *
 * @example
 * const server = await serveSandbox(createSandbox(), { port: 0 });
 * const client = createClient({ baseUrl: server.url, token: "any" });
 * // …
 * await server.close();
 */
export async function serveSandbox(sandbox: Sandbox, options: ServeOptions = {}): Promise<SandboxServer> {
  const { port = 4010, host = "127.0.0.1", onAnswer } = options;
  let closing = false;
  const server = createServer(async (message, response) => {
    const started = performance.now();
    const incoming = incomingFrom(message);
    const reply = await sandbox.handle(incoming);
    send(response, reply, !closing);
    onAnswer?.({
      method: incoming.method,
      path: incoming.url.pathname,
      status: reply.status,
      milliseconds: performance.now() - started,
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A server that listens on a port has an address of this kind; only pipes have a string.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    close() {
      closing = true;
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
