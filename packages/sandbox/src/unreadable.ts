import type { Layer } from "./layer.ts";
import type { Reply } from "./request/incoming.ts";
import type { Received } from "./request/received.ts";
import { Refusal } from "./request/refusal.ts";

/** Refuses what whoever received it could not take for a request. */
export function refusingUnreadable(refuse: (received: Received, refusal: Refusal) => Promise<Reply>): Layer {
  return (next) => (received) => {
    const { unreadable } = received;
    if (unreadable === undefined) return next(received);
    const message = `The request cannot be read: ${unreadable.message}`;
    return refuse(received, new Refusal(unreadable.status, [{ message }]));
  };
}
