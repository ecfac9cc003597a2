import type { Layer } from "./layer.ts";
import type { Reply } from "./request/incoming.ts";

/** Answers HEAD as GET, without the body and with its length (RFC 9110 § 9.3.2 and § 8.6). */
export const withoutBodyForHead: Layer = (next) => (received) =>
  received.method === "HEAD" ? withoutBody(next(received)) : next(received);

async function withoutBody(answered: Promise<Reply>): Promise<Reply> {
  const { body, headers, ...reply } = await answered;
  if (body === undefined) return { ...reply, headers, body };
  const length = new TextEncoder().encode(body).byteLength;
  return { ...reply, headers: { ...headers, "content-length": String(length) }, body: undefined };
}
