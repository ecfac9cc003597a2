import type { Layer } from "./layer.ts";

/** Says the id of the request in every answer, as the body of an error does. */
export const identified: Layer = (next) => async (received) => {
  const reply = await next(received);
  return { ...reply, headers: { ...reply.headers, "x-request-id": received.id } };
};
