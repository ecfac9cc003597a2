import type { Answer, CountingLayer, Layer } from "../layer.ts";
import { BODY_LIMIT } from "../request/body.ts";
import type { Reply } from "../request/incoming.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { type Fault, textOf } from "./fault.ts";
import { pause } from "./pause.ts";
import { FaultPlan } from "./plan.ts";
import { FaultError, readFaults } from "./read.ts";

/** The request header that asks for faults, and the response header that says which one it was. */
export const FAULT_HEADER = "X-Sandbox-Fault";

/** How many runs that headers began are remembered; of more, those not asked for longest are forgotten. */
const REMEMBERED_RUNS = 1000;

export interface FaultSurroundings {
  /** What happens to the requests that ask for nothing. */
  readonly faults: readonly Fault[];
  /** Tells one client from another. */
  readonly clientOf: (received: Received) => string;
  /** Answers with the described error. */
  readonly refuse: (received: Received, refusal: Refusal) => Promise<Reply>;
}

/** Lets go wrong what was asked for: by the request's own header, or else for all requests. */
export function faulty({ faults, clientOf, refuse }: FaultSurroundings): CountingLayer {
  let common = new FaultPlan(faults);
  const runs = new Map<string, FaultPlan>();

  /** A header asks again with each attempt, so the attempts of one client at one thing are counted together. */
  function runOf(asked: string, received: Received): FaultPlan {
    const key = JSON.stringify([asked, received.method, received.url.pathname, clientOf(received)]);
    const run = runs.get(key) ?? new FaultPlan(readFaults(asked));
    // A map keeps the order of insertion.
    runs.delete(key);
    runs.set(key, run);
    const [oldest] = runs.keys();
    if (runs.size > REMEMBERED_RUNS && oldest !== undefined) runs.delete(oldest);
    return run;
  }

  function planOf(received: Received): FaultPlan {
    const asked = received.header(FAULT_HEADER);
    if (asked === undefined) return common;
    try {
      return runOf(asked, received);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      throw new Refusal(400, [{ message: `${FAULT_HEADER}: ${error.message}`, field: FAULT_HEADER }]);
    }
  }

  const layer: Layer = (next) => (received) => {
    const fault = planOf(received).next();
    return fault ? spoilt(fault, received, next) : next(received);
  };

  async function failed(received: Received, status: number, retryAfter: number | undefined): Promise<Reply> {
    // Only so that the log shows it: to whoever tests a client, what it sent to a failing server matters most.
    await received.readBody(BODY_LIMIT).catch(() => undefined);
    return refuse(
      received,
      new Refusal(status, [], retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    );
  }

  async function spoilt(fault: Fault, received: Received, next: Answer): Promise<Reply> {
    const { status, retryAfter, delay, reset, truncate } = fault;
    const reply = status === undefined ? await next(received) : await failed(received, status, retryAfter);
    if (delay !== undefined) await pause(delay, received.signal);
    return {
      ...reply,
      headers: { ...reply.headers, [FAULT_HEADER.toLowerCase()]: textOf(fault) },
      ...(reset && { broken: "reset" }),
      ...(truncate && { broken: "truncated" }),
    };
  }

  return {
    layer,
    restart() {
      common = new FaultPlan(faults);
      runs.clear();
    },
  };
}
