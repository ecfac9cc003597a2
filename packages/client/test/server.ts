import { EventEmitter, once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body before it was read as UTF-8. */
  readonly bytes: Buffer;
}

export type Answer = (response: ServerResponse) => void;

export interface TestServer {
  readonly url: string;
  /** Every request that has arrived whole. */
  readonly requests: readonly ReceivedRequest[];
  /** Resolves when so many have. */
  received(count: number): Promise<void>;
}

type Answers = readonly [Answer, ...Answer[]];

/** A server for several tests, one after the other, since what calls it is told its URL once. */
export interface SharedServer {
  readonly url: string;
  /** Serves a test, which then sees its own requests alone. */
  serve(...answers: Answers): TestServer;
  close(): Promise<void>;
}

/** Serves one test: each request gets the next answer, and when there is no next, the last one over again. */
export async function serve(...answers: Answers): Promise<TestServer> {
  const server = await listen();
  onTestFinished(server.close);
  return server.serve(...answers);
}

/** Listens on a free port. Until there is a test to serve, a request is not answered. */
export async function listen(): Promise<SharedServer> {
  let receive: (request: ReceivedRequest, response: ServerResponse) => void = () => {};
  const server = createServer(async (incoming, response) => {
    const bytes = await buffer(incoming);
    const { method, url, headers } = incoming;
    receive({ method, url, headers, body: bytes.toString(), bytes }, response);
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", reject);
    // A TCP server's address is never a string, which is a pipe's.
    server.listen(0, "127.0.0.1", () => resolve(server.address() as AddressInfo));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    serve(...answers) {
      const requests: ReceivedRequest[] = [];
      const arrivals = new EventEmitter();
      receive = (request, response) => {
        requests.push(request);
        const answer = answers[requests.length - 1] ?? answers.at(-1);
        answer?.(response);
        arrivals.emit("request");
      };
      return {
        url,
        requests,
        async received(count) {
          while (requests.length < count) await once(arrivals, "request");
        },
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole answer; a body that is no string is sent as JSON. */
export function reply(status: number, body?: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  const isText = body === undefined || typeof body === "string";
  const text = isText ? body : JSON.stringify(body);
  return (response) =>
    response
      .writeHead(status, { ...(!isText && { "Content-Type": "application/json" }), ...headers })
      .end(text);
}

/** The connection is reset instead of an answer. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** No answer comes. */
export const silence: Answer = () => {};

/** The headers come, and the first part of the body; the rest does not. */
export const stalledBody: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" }).write('{"type":');
};

/** The connection ends before the body is as long as the headers say. */
export const cutBody: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 1000 });
  response.write('{"type":', () => response.socket?.end());
};

/** A URL at which nothing listens. */
export async function refusedUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
