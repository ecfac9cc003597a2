import { connect, type Socket } from "node:net";
import { limits } from "@visitors-api/machine/limits";

export interface RawResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawExchange {
  readonly responses: readonly RawResponse[];
  /** What came back that is no response. */
  readonly rest: string;
  /** Whether the server closed the connection. */
  readonly closed: boolean;
}

/**
 * Sends bytes to a server as they are, which no HTTP client would, and reads what comes back.
 *
 * @param parts Sent one after the other; text is sent as one byte for each character.
 * @param options.half Say that no more will come, once all is sent.
 * @param options.responses Do not wait for more than these; the server may leave the connection open.
 * @throws {Error} when neither they nor the end have come within a minute.
 */
export function rawExchange(
  url: string,
  parts: Iterable<string | Uint8Array>,
  options: { readonly half?: boolean; readonly responses?: number } = {},
): Promise<RawExchange> {
  const { hostname, port } = new URL(url);
  const { half = false, responses: expected = 1 } = options;
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const finish = (closed: boolean) => {
      clearTimeout(late);
      socket.destroy();
      resolve({ ...parseResponses(Buffer.concat(received)), closed });
    };
    const late = setTimeout(() => {
      socket.destroy();
      reject(
        new Error(
          `No answer within a minute, only ${JSON.stringify(Buffer.concat(received).toString("latin1"))}`,
        ),
      );
    }, limits.condition);
    socket.on("data", (data) => {
      received.push(data);
      if (!half && parseResponses(Buffer.concat(received)).responses.length >= expected) finish(false);
    });
    socket.once("end", () => finish(true));
    // A server that has answered need not read what else there is.
    socket.once("error", () => finish(true));
    for (const part of parts) socket.write(typeof part === "string" ? Buffer.from(part, "latin1") : part);
    if (half) socket.end();
  });
}

/** Connects, sends what is given, and leaves it at that. */
export function openConnection(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once("error", reject);
    socket.write(text, () => resolve(socket));
  });
}

/** Connects, sends what is given, and resets the connection. */
export async function hangUpAfter(url: string, text: string): Promise<void> {
  const socket = await openConnection(url, text);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.resetAndDestroy();
  await closed;
}

/** Only responses with Content-Length, or without a body, which is all that the sandbox sends. */
function parseResponses(bytes: Buffer): Pick<RawExchange, "responses" | "rest"> {
  const responses: RawResponse[] = [];
  let left = bytes;
  for (;;) {
    const end = left.indexOf("\r\n\r\n");
    const [statusLine = "", ...lines] = left.subarray(0, Math.max(end, 0)).toString("latin1").split("\r\n");
    const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(statusLine) ?? [];
    if (end < 0 || status === undefined) return { responses, rest: left.toString("latin1") };
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = Number(headers["content-length"] ?? 0);
    const body = left.subarray(end + 4, end + 4 + length);
    if (body.length < length) return { responses, rest: left.toString("latin1") };
    left = left.subarray(end + 4 + length);
    // 100 Continue announces the response.
    if (status !== "100") responses.push({ status: Number(status), headers, body: body.toString() });
  }
}
