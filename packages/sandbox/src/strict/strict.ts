import { type Response, responseFor } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { FAULT_HEADER } from "../faults/faulty.ts";
import type { Layer } from "../layer.ts";
import type { Reply } from "../request/incoming.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { sampleHeader } from "../response/reply.ts";
import type { Routing } from "../routing/router.ts";
import { violationOf } from "./violation.ts";

export interface StrictSurroundings {
  /** What the description has at the method and the path of a request. */
  readonly route: (received: Received) => Routing;
  /** Answers with the described error. */
  readonly refuse: (received: Received, refusal: Refusal) => Promise<Reply>;
}

/** Headers of an answer that says by itself that it is not as described, and why. */
const excuses = [FAULT_HEADER.toLowerCase(), sampleHeader];

/** RFC 9110 § 15.2: what begins with 1 is no answer yet. An operation that documents no other has nothing to hold one against. */
function isFinal({ status }: Response): boolean {
  return !status.startsWith("1");
}

/**
 * Holds every answer against the description, and answers 500 in the place of one that is not as it says, naming what
 * is wrong. What a fault made of an answer was asked for, and is let through, and so is a sample that could not be made better.
 */
export function strict(
  { sharedError, validators }: Description,
  { route, refuse }: StrictSurroundings,
): Layer {
  function violationIn(received: Received, reply: Reply): string | undefined {
    const routing = route(received);
    if (routing && "operation" in routing) {
      const { responses } = routing.operation;
      if (!responses.some(isFinal)) return undefined;
      return violationOf(reply, responseFor(responses, reply.status), validators);
    }
    // Where there is no operation, nothing is described but the shape that errors share.
    return reply.status >= 400 && sharedError ? violationOf(reply, sharedError, validators) : undefined;
  }

  return (next) => async (received) => {
    const reply = await next(received);
    const isExcused = excuses.some((name) => name in reply.headers);
    const violation = isExcused ? undefined : violationIn(received, reply);
    if (violation === undefined) return reply;
    return refuse(received, new Refusal(500, [{ message: `The answer is not as described: ${violation}` }]));
  };
}
