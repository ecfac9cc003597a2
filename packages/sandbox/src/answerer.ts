import type { Description, Operation } from "./description/model.ts";
import { handlerFor } from "./handlers/index.ts";
import { readBody } from "./request/body.ts";
import type { Incoming, Reply } from "./request/incoming.ts";
import { readParameters } from "./request/parameters.ts";
import { preferenceApplied, readPreference } from "./request/prefer.ts";
import { Refusal } from "./request/refusal.ts";
import { authorize } from "./request/security.ts";
import { RequestLog } from "./request-log.ts";
import { type Choice, choose, choosePreferred, firstSuccess, mediaTypeFor } from "./response/documented.ts";
import { errorReply } from "./response/errors.ts";
import { documentedReply, emptyReply, replyWith } from "./response/reply.ts";
import { type Route, Router } from "./routing/router.ts";
import type { VisitorStore } from "./state/visitor-store.ts";

interface Surroundings {
  readonly token: string | undefined;
  readonly visitors: VisitorStore;
  readonly now: () => number;
  readonly requestId: () => string;
}

/** Takes a request through the stations of the description: route, security, parameters, body, and then the answer. */
export class Answerer {
  readonly log: RequestLog;
  readonly #description: Description;
  readonly #router: Router;
  readonly #surroundings: Surroundings;

  constructor(description: Description, surroundings: Surroundings) {
    this.log = new RequestLog(description);
    this.#description = description;
    this.#router = new Router(description.operations, description.basePaths);
    this.#surroundings = surroundings;
  }

  async answer(incoming: Incoming): Promise<Reply> {
    const received: { operation?: Operation; bytes?: Uint8Array } = {};
    let reply: Reply;
    try {
      const route = this.#route(incoming);
      received.operation = route.operation;
      reply = await this.#perform(route, incoming, (bytes) => {
        received.bytes = bytes;
      });
    } catch (error) {
      reply = this.#error(received.operation, error instanceof Refusal ? error : unexpected(error));
    }
    const { method, url, headers } = incoming;
    this.log.add({ method, url, headers, bytes: received.bytes, status: reply.status });
    return method === "HEAD" ? { ...reply, body: undefined } : reply;
  }

  #route(incoming: Incoming): Route {
    const routing = this.#router.find(incoming.method, incoming.url.pathname);
    if (routing === undefined) throw new Refusal(404);
    // RFC 9110 § 15.5.6: a 405 says which methods there are.
    if ("allow" in routing) throw new Refusal(405, [], { allow: routing.allow.join(", ") });
    return routing;
  }

  async #perform(route: Route, incoming: Incoming, onBody: (bytes: Uint8Array) => void): Promise<Reply> {
    const { operation, pathParameters } = route;
    authorize(operation.security, incoming, this.#surroundings.token);
    const parameters = readParameters(operation, incoming, pathParameters);
    const body = operation.requestBody && (await readBody(operation.requestBody, incoming, onBody));

    const preference = readPreference(incoming.header("prefer"));
    const preferred = preference && choosePreferred(operation, preference);
    if (preferred) return withHeaders(this.#documented(operation, preferred), preferenceApplied(preference));

    const handler = handlerFor(operation.id);
    if (!handler) return this.#documented(operation, choose(operation, firstSuccess(operation)));
    const { visitors, now } = this.#surroundings;
    const answer = await handler({ parameters, body, visitors, now: now() });
    if (answer.body === undefined) return this.#documented(operation, choose(operation, answer.status));
    return replyWith(answer.status, mediaTypeFor(operation, answer.status), answer.body);
  }

  #documented(operation: Operation, choice: Choice | undefined): Reply {
    if (choice === undefined) return emptyReply(200);
    if (choice.status < 400) return documentedReply(choice);
    return this.#error(operation, new Refusal(choice.status), choice);
  }

  #error(operation: Operation | undefined, refusal: Refusal, choice?: Choice): Reply {
    return errorReply(this.#description, operation, refusal, this.#surroundings.requestId(), choice);
  }
}

/** A mistake in the sandbox or in the description: answered, since a test that waits for an answer shows nothing. */
function unexpected(error: unknown): Refusal {
  return new Refusal(500, [{ message: error instanceof Error ? error.message : String(error) }]);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
