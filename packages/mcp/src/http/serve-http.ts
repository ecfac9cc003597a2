import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  localhostHostValidation,
  localhostOriginValidation,
  type NodeIncomingMessageLike,
  toNodeHandler,
} from "@modelcontextprotocol/node";
import { createMcpHandler, type Server } from "@modelcontextprotocol/server";
import { isAuthorized } from "./access-token.ts";

export interface HttpOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** What each request has to show as a bearer token. */
  readonly token: string;
}

export interface HttpServer {
  /** Where clients connect. */
  readonly url: string;
  close(): Promise<void>;
}

const host = "127.0.0.1";
const path = "/mcp";

/**
 * Serves the Streamable HTTP transport on the loopback interface. A page in a browser of this machine can send requests there too: one
 * that another origin sends, or that came by a name of another host (DNS rebinding), is refused, and so is whoever lacks the token.
 *
 * @throws {Error} when the port cannot be listened on.
 */
export async function serveHttp(factory: () => Server, { port, token }: HttpOptions): Promise<HttpServer> {
  const handler = createMcpHandler(factory);
  const handle = toNodeHandler(handler);
  const isHostValid = localhostHostValidation();
  const isOriginValid = localhostOriginValidation();
  const server = createServer((request, response) => {
    // Both answer themselves what they refuse.
    if (!isHostValid(request, response) || !isOriginValid(request, response)) return;
    if (!isAuthorized(request.headers.authorization, token))
      return refuse(response, 401, "The bearer token is missing or not the server's.");
    if (pathOf(request) !== path) return refuse(response, 404, `Nothing is here; the server is at ${path}.`);
    // Its type has no undefined where Node's has.
    void handle(request as NodeIncomingMessageLike & IncomingMessage, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  // It listens on a port.
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host}:${listening}${path}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await handler.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?")[0] ?? url;
}

function refuse(response: ServerResponse, status: 401 | 404, message: string): void {
  response.writeHead(status, {
    "Content-Type": "application/json",
    // RFC 9110 § 11.6.1: a 401 says how.
    ...(status === 401 && { "WWW-Authenticate": "Bearer" }),
  });
  response.end(JSON.stringify({ jsonrpc: "2.0", error: { code: -32000, message }, id: null }));
}
