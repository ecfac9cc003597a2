import type { Layer } from "./layer.ts";
import type { Reply } from "./request/incoming.ts";
import type { Received } from "./request/received.ts";

/** Answers what a layer further in refuses by throwing a `Refusal`, and what goes wrong there unexpectedly. */
export function answeringRefusals(refuse: (received: Received, error: unknown) => Promise<Reply>): Layer {
  return (next) => (received) => {
    try {
      return next(received).catch((error: unknown) => refuse(received, error));
    } catch (error) {
      return refuse(received, error);
    }
  };
}
