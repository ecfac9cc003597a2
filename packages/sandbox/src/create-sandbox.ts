import bundled from "@visitors-api/spec" with { type: "json" };
import { Answerer } from "./answerer.ts";
import { readDescription } from "./description/read.ts";
import type { SandboxOptions } from "./options.ts";
import type { Incoming, Reply } from "./request/incoming.ts";
import { incomingFrom, responseFrom } from "./request/web.ts";
import type { ReceivedRequest } from "./request-log.ts";
import { MemoryStore } from "./state/memory-store.ts";
import { visitorsIn } from "./state/seed.ts";

export interface Sandbox {
  /**
   * Answers a request as the API would, without a network. It takes what the global `fetch` takes, of any host, and
   * can stand in for it. It rejects only as `fetch` does: when the request is malformed or aborted.
   */
  readonly fetch: typeof globalThis.fetch;
  /** The last 100 requests, oldest first, with their credentials replaced. */
  readonly requests: readonly ReceivedRequest[];
  /** Answers a request that is no `Request`: for adapters to servers, such as `@visitors-api/sandbox/node`. */
  readonly handle: (incoming: Incoming) => Promise<Reply>;
}

/**
 * Makes an API that behaves as its description says, with visitors of its own that last as long as it does.
 *
 * @throws TypeError when the description is not OpenAPI 3.0 or 3.1; Error when it refers to something it does not have.
 *
 * @example
 * const sandbox = createSandbox({ token: "secret" });
 * const client = createClient({ token: "secret", fetch: sandbox.fetch });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const description = readDescription(options.description ?? bundled);
  const answerer = new Answerer(description, {
    token: options.token,
    visitors: new MemoryStore(options.visitors ?? visitorsIn(description)),
    now: options.now ?? Date.now,
    requestId: options.requestId ?? (() => crypto.randomUUID()),
  });
  return {
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return responseFrom(await answerer.answer(incomingFrom(request)));
    },
    get requests() {
      return answerer.log.list();
    },
    handle: (incoming) => answerer.answer(incoming),
  };
}
