import type { Layer } from "./layer.ts";
import type { Reply } from "./request/incoming.ts";

/** Answers HEAD as GET, without the body (RFC 9110 § 9.3.2). */
export const withoutBodyForHead: Layer = (next) => (received) =>
  received.method === "HEAD" ? withoutBody(next(received)) : next(received);

async function withoutBody(answered: Promise<Reply>): Promise<Reply> {
  return { ...(await answered), body: undefined };
}
