import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { close, listen } from "./listen.ts";

/** What has arrived, byte for byte but for the letter case of header names. */
export interface Arrived {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers every request with an empty JSON object, and keeps what has arrived. */
export async function startRecordingServer() {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const body = await buffer(request);
    const plain = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    arrived.push({ method, target: url, headers: Object.fromEntries(plain), body });
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  return { url: await listen(server), arrived, close: () => close(server) };
}
