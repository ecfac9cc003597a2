import type { Layer } from "./layer.ts";

/** Answers HEAD as GET, without the body (RFC 9110 § 9.3.2). */
export const withoutBodyForHead: Layer = (next) => async (received) => {
  const reply = await next(received);
  return received.method === "HEAD" ? { ...reply, body: undefined } : reply;
};
