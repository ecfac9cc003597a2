import type { Operation } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import { type PreparedOperation, prepare } from "./prepared-operation.ts";
import { readBody } from "./request/body.ts";
import type { Reply } from "./request/incoming.ts";
import { readParameters } from "./request/parameters/parameters.ts";
import { preferenceApplied, readPreference } from "./request/prefer.ts";
import type { Received } from "./request/received.ts";
import { Refusal } from "./request/refusal.ts";
import { authorize } from "./request/security.ts";
import { type Choice, choosePreferred } from "./response/documented.ts";
import { errorReply } from "./response/errors.ts";
import { acceptedMediaType, documentedReply, emptyReply, replyWith, writtenReply } from "./response/reply.ts";
import { type Route, Router, type Routing } from "./routing/router.ts";
import type { VisitorStore } from "./state/visitor-store.ts";

interface Surroundings {
  readonly token: string | undefined;
  readonly visitors: VisitorStore;
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
    const { operation } = route;
    const prepared = this.#prepared(operation);
    const { handler, usual } = prepared;
    const request = await this.#checked(route, prepared, received);

    const preference = readPreference(received.header("prefer"));
    const preferred = preference && choosePreferred(operation, preference);
    if (preferred) {
      const reply = await this.#documented(received, operation, preferred);
      return withHeaders(reply, preferenceApplied(preference));
    }

    if (!handler) return usual ? this.#documented(received, operation, usual) : emptyReply(200);
    const accept = received.header("accept");
    // Who takes no success is told before anything is changed.
    if (usual) acceptedMediaType(usual, accept);
    const { visitors, now } = this.#surroundings;
    const { status, body } = await handler({ ...request, visitors, now: now() });
    const choice = prepared.choiceOf(status);
    if (choice === undefined) return this.#undocumented(status, body);
    if (body === undefined) return this.#documented(received, operation, choice);
    const mediaType = acceptedMediaType(choice, accept);
    if (mediaType === undefined) return documentedReply(this.#description, choice, accept);
    return writtenReply(this.#description, choice, mediaType, accept, body);
  }

  /** What a request has for its operation, once it is found to be as described. */
  async #checked(
    { operation, pathParameters }: Route,
    { alternatives, mistakenStatus }: PreparedOperation,
    received: Received,
  ) {
    const description = this.#description;
    authorize(alternatives, received, this.#surroundings.token);
    try {
      const parameters = readParameters(operation, description, received, pathParameters);
      const body = operation.requestBody && (await readBody(operation.requestBody, description, received));
      return { parameters, body };
    } catch (error) {
      const isMistaken = error instanceof Refusal && error.status === 400;
      throw isMistaken ? new Refusal(mistakenStatus, error.problems, error.headers) : error;
    }
  }

  /** A handler's answer that the description says nothing of. */
  #undocumented(status: number, body: unknown): Reply {
    if (body !== undefined) return replyWith(status, "application/json", body);
    if (status >= 400) throw new Refusal(status);
    return emptyReply(status);
  }

  #prepared(operation: Operation): PreparedOperation {
    let prepared = this.#operations.get(operation);
    if (prepared === undefined) {
      prepared = prepare(operation, this.#description);
      this.#operations.set(operation, prepared);
    }
    return prepared;
  }

  async #documented(received: Received, operation: Operation, choice: Choice): Promise<Reply> {
    if (choice.status >= 400) return this.#error(received, operation, new Refusal(choice.status), choice);
    return documentedReply(this.#description, choice, received.header("accept"));
  }

  #error(
    received: Received,
    operation: Operation | undefined,
    refusal: Refusal,
    chosen?: Choice,
  ): Promise<Reply> {
    const accept = received.header("accept");
    return errorReply(this.#description, operation, refusal, received.id, { accept, chosen });
  }
}

/** A mistake in the sandbox or in the description: answered, since a test that waits for an answer shows nothing. */
function unexpected(error: unknown): Refusal {
  return new Refusal(500, [{ message: error instanceof Error ? error.message : String(error) }]);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
