import type { Reply } from "./request/incoming.ts";
import type { Received } from "./request/received.ts";

/** Answers a request. */
export type Answer = (received: Received) => Promise<Reply>;

/**
 * Something around the described API: it may answer by itself, pass the request on, or change what comes back. One that passes a
 * request on as it is gives back the very promise that it got: with a layer more or less nothing is to take longer.
 */
export type Layer = (next: Answer) => Answer;

/** A layer that counts requests, and can begin anew. */
export interface CountingLayer {
  readonly layer: Layer;
  restart(): void;
}

/** Puts layers around an answer, the first of them outermost. */
export function layered(layers: readonly Layer[], innermost: Answer): Answer {
  return layers.reduceRight((next, layer) => layer(next), innermost);
}
