import {
  createServer,
  type IncomingMessage,
  request as requestOverHttp,
  type ServerResponse,
} from "node:http";
import { request as requestOverHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request or a response, as far as it is passed on. */
export interface Message {
  /** Path and query of a request; empty for a response. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface RelayOptions {
  /** Where requests go; of the URL only the origin counts. */
  readonly to: URL;
  /** What a request becomes on its way there. */
  readonly request: (message: Message) => Message;
  /** What a response becomes on its way back. */
  readonly response: (message: Message) => Message;
  /** Called with the reason when nothing can be got from there. The connection of whoever asked is closed. */
  readonly onError: (reason: string) => void;
  /** Default: a free one. */
  readonly port?: number;
}

export interface Relay {
  /** Such as `http://127.0.0.1:4040`, without a slash at the end. */
  readonly url: string;
  /** Resolves when the requests in flight are answered, or are cut off after five seconds. */
  close(): Promise<void>;
}

const graceMs = 5_000;

/** What is about one connection (RFC 9110 § 7.6.1), is said anew, or would have the answer compressed, and so not to be read. */
const ofConnection = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Passes requests of this machine on, each as a whole, and changes them and the responses on the way. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const server = createServer((incoming, response) => {
    passOn(incoming, response, options).catch((error: NodeJS.ErrnoException) => {
      // Where several addresses were tried, only the code says what happened.
      options.onError(error.message || error.code || error.name);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // A server that listens on a port has an address of this kind; only pipes have a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
      return new Promise((resolve) => {
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
      });
    },
  };
}

async function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  { to, request, response: answer }: RelayOptions,
): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const sent = request(await messageOf(incoming, url));
  const got = await ask(method, new URL(to.origin + sent.target), sent);
  const { headers, body } = answer(await messageOf(got, ""));
  // RFC 9110 § 9.3.2: it says how long the body is that GET would get.
  const length = method === "HEAD" ? got.headers["content-length"] : undefined;
  response.writeHead(got.statusCode ?? 502, [
    ...headers.flat(),
    ...(length === undefined ? [] : ["content-length", length]),
  ]);
  response.end(body);
}

function ask(method: string, url: URL, { headers, body }: Message): Promise<IncomingMessage> {
  const open = url.protocol === "https:" ? requestOverHttps : requestOverHttp;
  // RFC 9110 § 8.6: a method that is about content says that there is none.
  const hasLength = body.byteLength > 0 || /^(PATCH|POST|PUT)$/.test(method);
  const length = hasLength ? ["content-length", String(body.byteLength)] : [];
  return new Promise((resolve, reject) => {
    open(url, { method, headers: ["host", url.host, ...headers.flat(), ...length] }, resolve)
      .once("error", reject)
      .end(body);
  });
}

async function messageOf(message: IncomingMessage, target: string): Promise<Message> {
  const { rawHeaders } = message;
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !ofConnection.has(name.toLowerCase())
      ? [[name, rawHeaders[index + 1] ?? ""] as const]
      : [],
  );
  return { target, headers, body: await buffer(message) };
}
