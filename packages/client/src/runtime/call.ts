import type { MergedOptions, Middleware } from "openapi-fetch";
import type { Description, OperationEntry, Values } from "./description.ts";
import { limitsOf } from "./limits.ts";
import { observe } from "./observe.ts";
import type { BaseClientOptions } from "./options.ts";
import { type Init, type PreparedInit, requestInit } from "./request.ts";
import type { Received } from "./response.ts";
import { type Result, settle } from "./result.ts";
import { checkBaseUrl } from "./safety.ts";
import { createSender } from "./send.ts";

/** An operation by the name of its method. Of a path that the description does not have, the path is the name. */
export type Named = readonly [name: string, entry: OperationEntry];

/**
 * Makes a call.
 *
 * @param input What a method is given, whose call throws where the response is no success; undefined of a verb.
 */
export type Caller = (named: Named, init?: Init, input?: Values) => Promise<Outcome>;

export interface Outcome extends Result {
  readonly received: Received;
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
    const init = input ? { ...given, body: input, ...description.split?.(entry, input, given) } : given;
    const { signal, Request: OwnRequest } = init;
    signal?.throwIfAborted();
    const limits = limitsOf(init, defaults);
    const baseUrl = checkBaseUrl(init.baseUrl ?? options.baseUrl ?? entry.server ?? description.baseUrl);
    const call = { operation, method: entry.method, url: baseUrl + entry.path, attempts: 0 };

    const prepared: PreparedInit = { ...description.prepare?.(entry, init), ...init };
    const madeOf = requestInit(entry, prepared, options, description, call.url);
    // Where there are several kinds, there is the step that tells them apart.
    const readAs = prepared.readAs ?? (() => (init.parseAs ?? entry.response ?? "json") as string);
    const send = createSender(call, description, options, entry, init, limits, readAs);
    const observers = middleware.concat(init.middleware ?? []);
    const received = await (observers[0] || OwnRequest
      ? observe(madeOf, observers, send, readAs, signal, OwnRequest ?? Request, {
          schemaPath: entry.path,
          params: init.params ?? {},
          id: `${Math.random()}`,
          // What a call does not say is the client's own, and there is no function for it that middleware could use.
          options: { ...prepared, baseUrl } as MergedOptions,
        })
      : send(madeOf, madeOf, signal));
    const result = await settle(received, call, description, readAs(received.response), signal, input);
    return { ...result, received };
  };
}
