import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { createSandbox } from "@visitors-api/sandbox";
import { close, listen } from "../support/listen.ts";
import type { Traffic } from "../support/traffic.ts";
import type { Answer, ReceivedRequest } from "./contract/scripted.ts";

export interface ScriptedServer {
  readonly origin: string;
  /** The same server under another origin. */
  readonly elsewhere: string;
  close(): Promise<void>;
}

interface Script {
  readonly answers: readonly Answer[];
  readonly requests: ReceivedRequest[];
}

/**
 * The server that plays the API in the contract, as the contract asks it to.
 *
 * - `POST /scripts` with answers as JSON gives the path of a new base URL.
 * - Whatever is asked under that path gets the next answer, but for `GET …/requests`, which tells what has arrived.
 * - `/sandbox` is the base URL of a sandbox.
 * - `GET /nobody` gives a URL at which nobody listens.
 *
 * Pages of any origin may ask it everything.
 *
 * @param traffic Records the requests that the API gets; of the answers only the sandbox's, since any other is what a
 * check has asked for.
 */
export async function startScriptedServer(traffic?: Traffic): Promise<ScriptedServer> {
  const scripts: Script[] = [];
  const sandbox = createSandbox();
  const fetchSandbox = traffic?.recorded(sandbox.fetch) ?? sandbox.fetch;
  let elsewhere = "";

  const servers = [createServer(answer), createServer(answer)];
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    allowEveryPage(incoming, response);
    const body = await text(incoming).catch(() => undefined);
    if (body === undefined) return; // The client hung up.
    const { method = "", url = "", headers } = incoming;
    const [, place, id, rest = ""] = /^\/(\w+)(?:\/(\d+))?(.*)$/.exec(url) ?? [];
    const script = place === "scripts" ? scripts[Number(id)] : undefined;

    if (method === "OPTIONS") response.writeHead(204).end();
    else if (place === "scripts" && id === undefined) {
      response.end(`/scripts/${scripts.push({ answers: JSON.parse(body), requests: [] }) - 1}`);
    } else if (script && rest === "/requests") response.end(JSON.stringify(script.requests));
    else if (script) {
      script.requests.push({ method, path: rest, host: headers.host ?? "", headers: plain(headers), body });
      // What a redirect leads to at the other origin is no request to the API.
      if (traffic && headers.host !== new URL(elsewhere).host) {
        const url = traffic.baseUrl + rest;
        traffic.add({ request: { method, url, headers: Object.entries(plain(headers)), body } });
      }
      const next = script.answers[script.requests.length - 1] ?? script.answers.at(-1) ?? {};
      give(next, response, `${elsewhere}/scripts/${id}`);
    } else if (place === "sandbox") {
      const answered = await fetchSandbox(`${traffic?.baseUrl ?? "http://sandbox"}${rest}`, {
        method,
        headers: plain(headers),
        body,
      });
      response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
    } else if (place === "nobody") response.end(await urlOfNobody());
    else response.writeHead(404).end();
  }

  const [origin = "", other = ""] = await Promise.all(servers.map(listen));
  elsewhere = other;
  return {
    origin,
    elsewhere,
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}

function give(answer: Answer, response: ServerResponse, elsewhere: string): void {
  const { status = 200, body, gzip, fault } = answer;
  if (fault === "silence") return;
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, value.replace("{elsewhere}", elsewhere));
  }
  if (body !== undefined && typeof body !== "string") response.setHeader("Content-Type", "application/json");
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  if (fault === "stall") response.writeHead(status).write('{"type":');
  else if (fault === "cut") {
    response.writeHead(status, { "Content-Length": 1000 });
    response.write('{"type":', () => response.socket?.end());
  } else {
    const content = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status).end(gzip ? gzipSync(content) : content);
  }
}

function allowEveryPage({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Methods", "*");
  // A star would not stand for Authorization (Fetch § 3.2.3).
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Expose-Headers", "*");
}

function plain(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function urlOfNobody(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  return url;
}
