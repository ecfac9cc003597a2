import type { Operation } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import type { Collections, Domain } from "./domain.ts";
import type { RandomValues } from "./dynamic/random-values.ts";
import { type PreparedOperation, prepare } from "./prepared-operation.ts";
import { readBody } from "./request/body.ts";
import type { Reply } from "./request/incoming.ts";
import { readParameters } from "./request/parameters/parameters.ts";
import { asksForDocumented, type Preference, preferenceApplied, readPreference } from "./request/prefer.ts";
import type { Received } from "./request/received.ts";
import { Refusal } from "./request/refusal.ts";
import { authorize } from "./request/security.ts";
import { type Choice, choosePreferred } from "./response/documented.ts";
import { errorReply } from "./response/errors.ts";
import { documentedHeaders } from "./response/headers.ts";
import { acceptedMediaType, documentedReply, emptyReply, replyWith, writtenReply } from "./response/reply.ts";
import { type Route, Router, type Routing } from "./routing/router.ts";

interface Surroundings {
  readonly token: string | undefined;
  readonly handlers: Domain["handlers"];
  readonly collections: Collections;
  readonly now: () => number;
  readonly randomValues: RandomValues;
  /** Whether answers are made by chance where a request does not say. */
  readonly isDynamic: boolean;
}

/** Takes a request through the stations of the description: route, security, parameters, body, and then the answer. */
export class Answerer {
  readonly #description: Description;
  readonly #router: Router;
  readonly #surroundings: Surroundings;
  readonly #operations = new Map<Operation, PreparedOperation>();

  constructor(description: Description, surroundings: Surroundings) {
    this.#description = description;
    this.#router = new Router(description.operations);
    this.#surroundings = surroundings;
  }

  async answer(received: Received): Promise<Reply> {
    // RFC 9110 § 9.3.7: it is about the server, and asks for no more than whether there is one.
    if (received.isAboutServer) return emptyReply(204, { allow: this.#router.methods.join(", ") });
    const routing = this.route(received);
    if (routing === undefined) return this.refuse(received, new Refusal(404));
    if ("allow" in routing) {
      const allow = { allow: routing.allow.join(", ") };
      // RFC 9110 § 9.3.7: whoever asks with OPTIONS which methods there are is told; § 15.5.6: and so is a 405.
      if (received.method === "OPTIONS") return emptyReply(204, allow);
      return this.refuse(received, new Refusal(405, [], allow));
    }
    const { operation } = routing;
    try {
      return this.#withDeprecation(operation, await this.#perform(routing, received));
    } catch (error) {
      const reply = await this.refuse(received, this.#mistake(operation, error));
      return this.#withDeprecation(operation, reply);
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

  async #perform({ operation, pathParameters }: Route, received: Received): Promise<Reply> {
    const description = this.#description;
    const { alternatives, handler, usual, choiceOf } = this.#prepared(operation);
    authorize(alternatives, received, this.#surroundings.token);
    const parameters = readParameters(operation, description, received, pathParameters);
    const body = operation.requestBody && (await readBody(operation.requestBody, description, received));

    const preference = readPreference(received.header("prefer"));
    const isAsked = preference && (handler === undefined || asksForDocumented(preference));
    const preferred = isAsked && choosePreferred(operation, preference);
    if (preferred) {
      const random = this.#randomFor(operation, preferred, preference);
      const reply = await this.#documented(received, operation, preferred, random);
      return withHeaders(reply, preferenceApplied(preference, random !== undefined));
    }

    if (!handler) {
      if (usual === undefined) return emptyReply(200);
      return this.#documented(received, operation, usual, this.#randomFor(operation, usual));
    }
    const accept = received.header("accept");
    // Who takes no success is told before anything is changed.
    const usualMediaType = usual && acceptedMediaType(usual, accept);
    const { collections, now } = this.#surroundings;
    const answer = await handler({ parameters, body, collections, now: now() });
    const choice = choiceOf(answer.status);
    if (choice === undefined) return undocumentedReply(answer.status, answer.body);
    const mediaType = choice === usual ? usualMediaType : acceptedMediaType(choice, accept);
    if (mediaType === undefined || answer.body === undefined) {
      return this.#documented(received, operation, choice, undefined);
    }
    const headers = await documentedHeaders(description, choice.response);
    return writtenReply(description, choice.status, headers, mediaType, accept, answer.body);
  }

  /** Whatever an operation answers, it says from when on it may be gone, if that is known. */
  #withDeprecation(operation: Operation, reply: Reply): Reply {
    const { deprecationHeaders } = this.#prepared(operation);
    return deprecationHeaders ? withHeaders(reply, deprecationHeaders) : reply;
  }

  /** Of what is thrown on the way, only that a request is not as described has the status 400. */
  #mistake(operation: Operation, error: unknown): unknown {
    if (!(error instanceof Refusal) || error.status !== 400) return error;
    return new Refusal(this.#prepared(operation).mistakenStatus, error.problems, error.headers);
  }

  #prepared(operation: Operation): PreparedOperation {
    let prepared = this.#operations.get(operation);
    if (prepared === undefined) {
      prepared = prepare(operation, this.#description, this.#surroundings.handlers);
      this.#operations.set(operation, prepared);
    }
    return prepared;
  }

  /** @param random Where the answer is to be made by chance. */
  async #documented(
    received: Received,
    operation: Operation,
    choice: Choice,
    random: (() => number) | undefined,
  ): Promise<Reply> {
    if (random === undefined && choice.status >= 400) {
      return this.#error(received, operation, new Refusal(choice.status), choice);
    }
    return documentedReply(this.#description, choice, received.header("accept"), random);
  }

  /** The random numbers for an answer; undefined where it is not made by chance. */
  #randomFor(
    operation: Operation,
    { status, exampleName, response }: Choice,
    preference?: Preference,
  ): (() => number) | undefined {
    const { randomValues, isDynamic } = this.#surroundings;
    const isPossible = exampleName === undefined && response.content.length > 0;
    if (!isPossible || !(preference?.dynamic ?? isDynamic)) return undefined;
    return randomValues.of(operation, status, preference?.seed);
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

/** A handler's answer that the description says nothing of. */
function undocumentedReply(status: number, body: unknown): Reply {
  if (body !== undefined) return replyWith(status, "application/json", body);
  if (status >= 400) throw new Refusal(status);
  return emptyReply(status);
}

/** A mistake in the sandbox or in the description: answered, since a test that waits for an answer shows nothing. */
function unexpected(error: unknown): Refusal {
  return new Refusal(500, [{ message: error instanceof Error ? error.message : String(error) }]);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
