import type { Middleware } from "openapi-fetch";
import { onAbort } from "./abort.ts";
import type { MadeOf, MadeRequest } from "./made-request.ts";
import { type MiddlewareContext, throughMiddleware } from "./middleware.ts";
import { type Received, receive, restore } from "./response.ts";
import type { Sender } from "./send.ts";

/**
 * Sends a request that middleware looks at, and ends as soon as a signal is aborted, whatever middleware waits for.
 *
 * @param send Sends the request that middleware has made of it.
 * @param signal The caller's own.
 * @returns The response that middleware leaves to the call.
 */
export function observe(
  madeOf: MadeOf & MadeRequest,
  middleware: readonly Middleware[],
  send: Sender,
  readAs: (response: Response) => string,
  signal: AbortSignal | null | undefined,
  OwnRequest: typeof Request,
  context: MiddlewareContext,
): Promise<Received> {
  // In place of the caller's: what middleware sees must not listen to that for longer than the call lasts.
  const ending = new AbortController();
  const made = new OwnRequest(madeOf.url, { ...madeOf, signal: signal ? ending.signal : null });
  // So that whoever looks at it need not make another of it first. Nobody changes what it was made of.
  if (typeof madeOf.body === "string") made.text = async () => madeOf.body as string;
  let stop: (() => void) | null | undefined;
  return new Promise<Received>((resolve, reject) => {
    const end = (reason: unknown) => {
      ending.abort(reason);
      reject(reason);
    };
    stop = signal && onAbort(signal, end);
    let received: Received | undefined;
    const fetch = async (request: Request): Promise<Response> => {
      const isMade = request === made;
      // Middleware may have made one with a signal of its own.
      if (!isMade) onAbort(request.signal, end);
      received = await send(
        request,
        { ...(isMade && madeOf), headers: Object.fromEntries(request.headers) },
        isMade ? signal : ending.signal,
      );
      if (middleware.some(({ onResponse }) => onResponse)) {
        received = { ...received, response: restore(received) };
      }
      return received.response;
    };
    throughMiddleware(middleware, made, fetch, context, OwnRequest)
      // What middleware made in its place is read for the first time.
      .then((response) => (received?.response === response ? received : receive(response, readAs, true)))
      .then(resolve, reject);
  }).finally(stop);
}
