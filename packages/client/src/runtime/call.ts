import type { MergedOptions, Middleware } from "openapi-fetch";
import { onAbort } from "./abort.ts";
import { withDeadline } from "./deadline.ts";
import type { Description, OperationEntry, Values } from "./description.ts";
import { limitsOf } from "./limits.ts";
import { throughMiddleware } from "./middleware.ts";
import type { BaseClientOptions } from "./options.ts";
import { type Init, requestInit } from "./request.ts";
import { type Received, receive, restore } from "./response.ts";
import { type Result, settle } from "./result.ts";
import { checkBaseUrl } from "./safety.ts";
import { askSecrets } from "./security/ask.ts";
import { type MadeRequest, send } from "./send.ts";

/** An operation by the name of its method. Of a path that the description does not have, the path is the name. */
export type Named = readonly [name: string, entry: OperationEntry];

/**
 * Makes a call.
 *
 * @param input What a method is given, whose call throws where the response is no success; undefined of a verb.
 */
export type Caller = (named: Named, init?: Init, input?: Values) => Promise<Outcome>;

export interface Outcome extends Result {
  /** The platform's response, which nobody has read. */
  readonly response: () => Response;
}

/**
 * Makes what makes the calls of a client.
 *
 * @param middleware What there is at the time of a call has a part in it.
 * @throws {TypeError} when an option cannot be used.
 */
export function createCaller(
  description: Description,
  options: BaseClientOptions,
  middleware: readonly Middleware[],
): Caller {
  // A mistake in it is to be known before the first call.
  if (!options) throw new TypeError("No options");
  checkBaseUrl(options.baseUrl ?? description.baseUrl);
  const defaults = limitsOf(options, { retries: 2, timeout: 30_000 });

  return async ([operation, entry], given = {}, input) => {
    const init = input
      ? { ...given, ...(description.split?.(entry, input, given) ?? { body: input }) }
      : given;
    const { signal, params = {}, Request: OwnRequest = Request, onAttempt = options.onAttempt } = init;
    signal?.throwIfAborted();
    const limits = limitsOf(init, defaults);
    const baseUrl = checkBaseUrl(init.baseUrl ?? options.baseUrl ?? entry.server ?? description.baseUrl);
    const call = { operation, method: entry.method, url: baseUrl + entry.path, attempts: 0 };

    const prepared = description.prepare?.(entry, init);
    const madeOf = requestInit(entry, init, prepared, options, description);
    const url = description.writeUrl?.(call.url, { ...prepared, ...init }) ?? call.url;
    // Where there are several kinds, there is the step that tells them apart.
    const readAs = prepared?.readAs ?? (() => (init.parseAs ?? entry.response ?? "json") as string);
    const observers = [...middleware, ...(init.middleware ?? [])];
    const isSeen = observers.length > 0 || init.Request;
    // In place of the caller's signal: what listens to that must not do so for longer than the call lasts.
    const ending = new AbortController();
    // Without one, and without anybody who looks, there is nothing to listen to.
    const alive = signal || isSeen ? ending.signal : undefined;
    const made: MadeRequest = Object.assign(
      isSeen ? new OwnRequest(url, { ...madeOf, signal: ending.signal }) : { url, ...madeOf },
      { madeOf },
    );

    let received: Received | undefined;
    let seen: Response | undefined;
    const exchange = async (request: MadeRequest): Promise<Response> => {
      call.url = request.url.replace(/\?.*/, "");
      call.method = request.method;
      // Middleware may have made one with a signal of its own.
      if (request instanceof Request) onAbort(request.signal, () => ending.abort(request.signal.reason));
      received = await send(request, call, {
        fetch: init.fetch ?? options.fetch,
        Request: OwnRequest,
        limits,
        signal: alive,
        readAs,
        ask: () =>
          askSecrets(
            description.schemes,
            entry.security ?? description.security,
            options as Values,
            request.url,
          ),
        onAttempt,
        description,
      });
      seen = isSeen ? restore(received) : received.response;
      return seen;
    };

    const run = async (): Promise<Outcome> => {
      const id = `${Math.random()}`;
      const context = {
        schemaPath: entry.path,
        params,
        id,
        // What a call does not say is the client's own, and there is no function for it that middleware could use.
        options: { ...prepared, ...init, baseUrl } as MergedOptions,
      };
      const response = isSeen
        ? await throughMiddleware(observers, made as Request, exchange, context, OwnRequest)
        : await exchange(made);
      // What middleware made in its place is read for the first time.
      const held = received && response === seen ? received : await receive(response, readAs, true);
      return {
        ...(await settle(held, call, description, readAs(response), signal, input)),
        response: () => (response === seen ? restore(held) : response),
      };
    };
    const stop = signal ? onAbort(signal, () => ending.abort(signal.reason)) : undefined;
    return alive ? withDeadline(run(), Infinity, alive).finally(stop) : run();
  };
}
