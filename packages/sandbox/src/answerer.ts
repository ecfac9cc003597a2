import type { Operation } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import type { Collections, Domain } from "./domain.ts";
import { type PreparedOperation, prepare } from "./prepared-operation.ts";
import { readBody } from "./request/body.ts";
import type { Reply } from "./request/incoming.ts";
import { readParameters } from "./request/parameters/parameters.ts";
import { preferenceApplied, readPreference } from "./request/prefer.ts";
import type { Received } from "./request/received.ts";
import { Refusal } from "./request/refusal.ts";
import { authorize } from "./request/security.ts";
import { type Choice, choose, choosePreferred, firstSuccess } from "./response/documented.ts";
import { errorReply } from "./response/errors.ts";
import { documentedReply, emptyReply, replyWith } from "./response/reply.ts";
import { type Route, Router, type Routing } from "./routing/router.ts";

interface Surroundings {
  readonly token: string | undefined;
  readonly handlers: Domain["handlers"];
  readonly collections: Collections;
  readonly now: () => number;
}

/** Takes a request through the stations of the description: route, security, parameters, body, and then the answer. */
export class Answerer {
  readonly #description: Description;
  readonly #router: Router;
  readonly #surroundings: Surroundings;
  readonly #operations = new Map<Operation, PreparedOperation>();

  constructor(description: Description, surroundings: Surroundings) {
    this.#description = description;
    this.#router = new Router(description.operations, description.basePaths);
    this.#surroundings = surroundings;
  }

  async answer(received: Received): Promise<Reply> {
    const routing = this.route(received);
    if (routing === undefined) return this.refuse(received, new Refusal(404));
    if ("allow" in routing) {
      const allow = { allow: routing.allow.join(", ") };
      // RFC 9110 § 9.3.7: whoever asks with OPTIONS which methods there are is told; § 15.5.6: and so is a 405.
      if (received.method === "OPTIONS") return emptyReply(204, allow);
      return this.refuse(received, new Refusal(405, [], allow));
    }
    try {
      return await this.#perform(routing, received);
    } catch (error) {
      return this.refuse(received, error);
    }
  }

  /** Answers with an error, in the words of the operation that the request is for. */
  async refuse(received: Received, error: unknown): Promise<Reply> {
    const routing = this.route(received);
    const operation = routing && "operation" in routing ? routing.operation : undefined;
    return this.#error(received, operation, error instanceof Refusal ? error : unexpected(error));
  }

  /** What the description has at the method and the path of a request. */
  route({ method, url }: Received): Routing {
    return this.#router.find(method, url.pathname);
  }

  async #perform(route: Route, received: Received): Promise<Reply> {
    const { operation, pathParameters } = route;
    const description = this.#description;
    const { alternatives, handler, mediaTypeOf } = this.#prepared(operation);
    authorize(alternatives, received, this.#surroundings.token);
    const parameters = readParameters(operation, description, received, pathParameters);
    const body = operation.requestBody && (await readBody(operation.requestBody, description, received));

    const preference = readPreference(received.header("prefer"));
    const preferred = preference && choosePreferred(operation, preference);
    if (preferred) {
      const reply = await this.#documented(received, operation, preferred);
      return withHeaders(reply, preferenceApplied(preference));
    }

    if (!handler) return this.#documented(received, operation, choose(operation, firstSuccess(operation)));
    const { collections, now } = this.#surroundings;
    const answer = await handler({ parameters, body, collections, now: now() });
    if (answer.body === undefined)
      return this.#documented(received, operation, choose(operation, answer.status));
    return replyWith(answer.status, mediaTypeOf(answer.status), answer.body);
  }

  #prepared(operation: Operation): PreparedOperation {
    let prepared = this.#operations.get(operation);
    if (prepared === undefined) {
      prepared = prepare(operation, this.#description, this.#surroundings.handlers);
      this.#operations.set(operation, prepared);
    }
    return prepared;
  }

  async #documented(received: Received, operation: Operation, choice: Choice | undefined): Promise<Reply> {
    if (choice === undefined) return emptyReply(200);
    if (choice.status < 400) return documentedReply(this.#description, choice);
    return this.#error(received, operation, new Refusal(choice.status), choice);
  }

  #error(
    received: Received,
    operation: Operation | undefined,
    refusal: Refusal,
    choice?: Choice,
  ): Promise<Reply> {
    return errorReply(this.#description, operation, refusal, received.id, choice);
  }
}

/** A mistake in the sandbox or in the description: answered, since a test that waits for an answer shows nothing. */
function unexpected(error: unknown): Refusal {
  return new Refusal(500, [{ message: error instanceof Error ? error.message : String(error) }]);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
