import { admin } from "./admin/admin.ts";
import { Answerer } from "./answerer.ts";
import { cors } from "./cors/cors.ts";
import { type Description, readDescription } from "./description/description.ts";
import { ownDescription } from "./description/own.ts";
import type { Collections, Domain } from "./domain.ts";
import { RandomValues } from "./dynamic/random-values.ts";
import { faulty } from "./faults/faulty.ts";
import { checkedFault, readFaults } from "./faults/read.ts";
import { withoutBodyForHead } from "./head.ts";
import { identified } from "./identified.ts";
import { type CountingLayer, type Layer, layered } from "./layer.ts";
import type { SandboxOptions } from "./options.ts";
import { rateLimitHeaders } from "./rate-limit/header-names.ts";
import { rateLimited } from "./rate-limit/rate-limited.ts";
import { answeringRefusals } from "./refusals.ts";
import { clientKeyOf } from "./request/client-key.ts";
import type { Incoming, Reply } from "./request/incoming.ts";
import { Received } from "./request/received.ts";
import { carriedIds } from "./request/request-ids.ts";
import { incomingFrom, responseFrom } from "./request/web.ts";
import { type ReceivedRequest, RequestLog } from "./request-log.ts";
import { createCollections } from "./state/create-collections.ts";
import { describedCollection } from "./state/described-collection.ts";
import { strict } from "./strict/strict.ts";
import { refusingUnreadable } from "./unreadable.ts";

export interface Sandbox {
  /**
   * Answers a request as the API would, without a network. It takes what the global `fetch` takes, of any host, and
   * can stand in for it. It rejects only as `fetch` does: when the request is malformed or aborted, and when a fault
   * resets the connection.
   */
  readonly fetch: typeof globalThis.fetch;
  /** The last 100 requests, oldest first, with their credentials replaced. */
  readonly requests: readonly ReceivedRequest[];
  /** What the sandbox holds, by the names of its collections, to look at or to change behind the API's back. */
  readonly collections: Collections;
  /** Answers a request that is no `Request`: for adapters to servers, such as `@visitors-api/sandbox/node`. */
  readonly handle: (incoming: Incoming) => Promise<Reply>;
  /** Lets go of what the collections are kept in, such as a file; the sandbox is of no use afterwards. */
  readonly close: () => Promise<void>;
}

const NOTHING: Domain = { collections: [], handlers: {} };

/**
 * Makes an API that behaves as its description says, with items of its own that last as long as it does.
 *
 * @throws TypeError when the description is not OpenAPI 3.0 or 3.1; Error when it refers to something it does not have;
 * ItemsError when what it starts with is not as it says; FaultError when a fault is none; RangeError when the rate limit or
 * its window is none, or a seed is; TypeError when an origin of `cors` is none.
 *
 * @example
 * const sandbox = createSandbox({ token: "secret" });
 * const client = createClient({ token: "secret", fetch: sandbox.fetch });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return sandboxOf(descriptionIn(options), options);
}

/** The description that is given, or else the sandbox's own. */
export function descriptionIn({ description }: Pick<SandboxOptions, "description">): Description {
  return description ? readDescription(description) : ownDescription();
}

/** Makes an API that behaves as a description that has been read. */
export function sandboxOf(read: Description, options: Omit<SandboxOptions, "description">): Sandbox {
  const { domain = NOTHING } = options;
  const { errorDialect } = domain;
  const description = { ...read, ...(errorDialect && { errorDialect }) };
  const described = domain.collections.map((definition) => describedCollection(definition, description));
  const collections = createCollections(described, options);
  const { dynamic = false } = options;
  const randomValues = new RandomValues(typeof dynamic === "object" ? dynamic : {});
  const answerer = new Answerer(description, {
    token: options.token,
    handlers: domain.handlers,
    collections,
    now: options.now ?? Date.now,
    randomValues,
    isDynamic: dynamic !== false,
  });
  const log = new RequestLog(description);
  const { now = Date.now, faults = [] } = options;
  const requestId = options.requestId ? carriedIds(options.requestId) : () => crypto.randomUUID();
  const clientOf = clientKeyOf(description);
  const refuse = (received: Received, error: unknown) => answerer.refuse(received, error);
  const counting: CountingLayer[] = [
    faulty({
      faults: typeof faults === "string" ? readFaults(faults) : faults.map(checkedFault),
      clientOf,
      refuse,
    }),
    ...(options.rateLimit
      ? [rateLimited(options.rateLimit, { clientOf, now, headers: rateLimitHeaders(description) })]
      : []),
  ];
  const restart = () => {
    for (const counter of [...counting, randomValues]) counter.restart();
  };
  // From the outside in.
  const outermost: Layer[] = [
    withoutBodyForHead,
    identified,
    ...(options.cors ? [cors(options.cors, description)] : []),
  ];
  const layers: Layer[] = [
    ...outermost,
    refusingUnreadable(refuse),
    // Outside of the log and of whatever misbehaves: it is not the API, and a test must be able to rely on it.
    admin(description, {
      token: options.token,
      collections,
      described,
      requests: () => log.list(),
      restart,
    }),
    log.layer,
    ...(options.strict
      ? [strict(description, { route: (received) => answerer.route(received), refuse })]
      : []),
    answeringRefusals(refuse),
    ...counting.map(({ layer }) => layer),
  ];
  const answer = layered(layers, (received) => answerer.answer(received));
  const handle = (incoming: Incoming) => {
    try {
      return answer(new Received(incoming, requestId()));
    } catch (mistake) {
      const failing = layered(outermost, (received) => answerer.refuse(received, mistake));
      return failing(new Received(incoming, crypto.randomUUID()));
    }
  };
  return {
    async fetch(input, init) {
      const incoming = incomingFrom(input, init);
      incoming.signal?.throwIfAborted();
      const reply = await handle(incoming);
      incoming.signal?.throwIfAborted();
      return responseFrom(reply);
    },
    get requests() {
      return log.list();
    },
    collections,
    handle,
    async close() {
      for (const collection of Object.values(collections)) await collection.close();
    },
  };
}
