import { withDeadline } from "./deadline.ts";
import type { Description, OperationEntry, Values } from "./description.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import type { Limits } from "./limits.ts";
import type { MadeOf, MadeRequest } from "./made-request.ts";
import { isNetworkError, isOutage } from "./network-error.ts";
import { notify } from "./notify.ts";
import type { BaseClientOptions } from "./options.ts";
import type { Init } from "./request.ts";
import { requestIdOf } from "./request-id.ts";
import { parse, type Received, receive, textOf } from "./response.ts";
import { retryDelay } from "./retry-delay.ts";
import { askSecrets, type Secrets } from "./security/ask.ts";

/**
 * Makes a request until there is a response to keep, or it must not be made again.
 *
 * @param signal Ends it.
 */
export type Sender = (
  original: MadeRequest,
  madeOf: MadeOf,
  signal: AbortSignal | null | undefined,
) => Promise<Received>;

/**
 * Makes what sends the requests of a call.
 *
 * @param call What is known of the call, of which it says how many requests were made, and where the last one went.
 * @param readAs What a response's body will be read as.
 */
export function createSender(
  call: { -readonly [Name in keyof CallDetails]: CallDetails[Name] },
  description: Description,
  options: BaseClientOptions,
  { security = description.security }: OperationEntry,
  { fetch: ownFetch = options.fetch, Request: OwnRequest = Request, onAttempt = options.onAttempt }: Init,
  limits: Limits,
  readAs: (response: Response) => string,
): Sender {
  return async (original, madeOf, signal) => {
    call.url = original.url.replace(/\?.*/, "");
    call.method = original.method;
    const isStream = madeOf.body instanceof ReadableStream;
    let renewed = isStream;
    let failures = 0;
    let secrets: Secrets | undefined;
    const ask = () => askSecrets(description.schemes, security, options as Values, original.url);
    const inTime = <T>(work: Promise<T>): Promise<T> =>
      withDeadline(work, limits.timeout || Infinity, signal, (_, reject) =>
        reject(new TimeoutError(call, `took over ${limits.timeout} ms`)),
      );
    for (;;) {
      const controller = new AbortController();
      let started: number | undefined;
      let response: Response | undefined;
      let received: Received | undefined;
      let error: unknown;
      const exchange = async () => {
        secrets ??= await ask();
        signal?.throwIfAborted();
        // The time may be over before there is anything to send.
        controller.signal.throwIfAborted();
        const headers = { ...madeOf.headers };
        const requestInit: RequestInit = { ...madeOf, headers, signal: controller.signal };
        let { url } = original;
        for (const [scheme, secret] of secrets) {
          // Each scheme takes the kind of secret that its option holds.
          url = scheme.write(headers, secret as never, url) ?? url;
          Object.assign(requestInit, scheme.init);
        }
        const target = madeOf.method ? url : new OwnRequest(url, (original as Request).clone());

        call.attempts++;
        started = onAttempt && performance.now();
        try {
          response = await (ownFetch
            ? // The caller's own takes a `Request`; the platform's takes what one is made of, and is spared making it.
              ownFetch(new OwnRequest(target, requestInit))
            : fetch(target, requestInit));
          return await receive(response, readAs);
        } catch (cause) {
          // A mistake in a caller's own function is not to look like an outage.
          if (ownFetch && !response && !isNetworkError(cause)) throw cause;
          throw new ConnectionError(call, "got no whole response", { cause });
        }
      };
      try {
        received = await inTime(exchange());
      } catch (caught) {
        controller.abort();
        // What is known of an error without its body is kept.
        if (response && !response.ok && !signal?.aborted) received = { response, chunks: [] };
        else error = caught;
      }

      const answer = received?.response;
      let fresh: Secrets | undefined;
      if (answer?.status === 401 && !renewed) {
        renewed = true;
        const now = await inTime(ask()).catch(() => secrets);
        if (JSON.stringify(now) !== JSON.stringify(secrets)) fresh = now;
      }
      const mayRetry = !isStream && failures < limits.retries && !answer?.ok && (answer || isOutage(error));
      const retryIn = fresh
        ? 0
        : mayRetry
          ? retryDelay(original.method, failures++, answer, limits)
          : undefined;
      if (onAttempt && started) {
        const { attempts: attempt, ...details } = call;
        notify(onAttempt, {
          ...details,
          attempt,
          status: answer?.status,
          error,
          requestId: received && requestIdOf(parse(textOf(received)), received.response.headers, description),
          milliseconds: performance.now() - started,
          retryIn,
        });
      }
      if (retryIn === undefined) {
        // It may have come while a token was asked for again, which is not waited for then.
        signal?.throwIfAborted();
        if (received) return received;
        throw error;
      }
      await withDeadline(undefined, retryIn, signal, (resolve) => resolve());
      secrets = fresh;
    }
  };
}
