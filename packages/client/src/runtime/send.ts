import { withDeadline } from "./deadline.ts";
import type { Description } from "./description.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { type HeaderRecord, mergeHeaders } from "./headers.ts";
import type { Limits } from "./limits.ts";
import { isNetworkError, isOutage } from "./network-error.ts";
import { notify } from "./notify.ts";
import type { RequestOptions } from "./options.ts";
import { requestIdOf } from "./request-id.ts";
import { parse, type Received, receive, textOf } from "./response.ts";
import { retryDelay } from "./retry-delay.ts";
import type { Secrets } from "./security/ask.ts";

/** What is to be sent: a `Request`, or what does for one that nobody looks at. */
export type MadeRequest = (
  | Request
  | (RequestInit & { readonly url: string; readonly method: string; readonly headers: HeaderRecord })
) & {
  /** What it was made of, so that its body can be sent again; nobody knows it of a request of a middleware's own. */
  readonly madeOf?: RequestInit;
};

export interface SendOptions {
  /** The caller's own, which takes a `Request`; the platform's takes what one is made of, and is spared making it. */
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  /** The class of the `Request` that `fetch` takes. */
  readonly Request: typeof Request;
  /** Asks for the secrets of the moment. */
  readonly ask: () => Promise<Secrets>;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** What a response's body will be read as. */
  readonly readAs: (response: Response) => string;
  readonly onAttempt: RequestOptions["onAttempt"];
  /** Says where the id of a request is. */
  readonly description: Description;
}

/**
 * Makes a request until there is a response to keep, or it must not be made again.
 */
export async function send(
  original: MadeRequest,
  call: CallDetails & { attempts: number },
  { fetch, Request, ask, limits, signal, readAs, onAttempt, description }: SendOptions,
): Promise<Received> {
  const { madeOf } = original;
  const isStream = madeOf?.body instanceof ReadableStream;
  let renewed = isStream;
  let failures = 0;
  let secrets: Secrets | undefined;
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
      const headers = mergeHeaders(original.headers);
      const requestInit: RequestInit = { ...madeOf, headers, signal: controller.signal };
      let { url } = original;
      for (const [scheme, secret] of secrets) {
        // Each scheme takes the kind of secret that its option holds.
        url = scheme.write(headers, secret as never, url) ?? url;
        Object.assign(requestInit, scheme.init);
      }
      const target = madeOf ? url : new Request(url, (original as Request).clone());

      call.attempts++;
      started = performance.now();
      try {
        response = await (fetch
          ? fetch(new Request(target, requestInit))
          : globalThis.fetch(target, requestInit));
        return await receive(response, readAs);
      } catch (cause) {
        // A mistake in a caller's own function is not to look like an outage.
        if (fetch && !response && !isNetworkError(cause)) throw cause;
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
    let retryIn: number | undefined;
    let fresh: Secrets | undefined;
    if (answer?.status === 401 && !renewed) {
      renewed = true;
      const now = await inTime(ask()).catch(() => secrets);
      if (JSON.stringify(now) !== JSON.stringify(secrets)) {
        fresh = now;
        retryIn = 0;
      }
    }
    if (
      !fresh &&
      !isStream &&
      !answer?.ok &&
      (answer || isOutage(error)) &&
      failures < Number(limits.retries)
    ) {
      retryIn = retryDelay(original.method, failures++, answer, limits);
    }
    if (started !== undefined && onAttempt) {
      const { attempts: attempt, ...details } = call;
      const milliseconds = performance.now() - started;
      const requestId =
        received && requestIdOf(parse(textOf(received)), received.response.headers, description);
      notify(onAttempt, {
        ...details,
        attempt,
        status: answer?.status,
        error,
        requestId,
        milliseconds,
        retryIn,
      });
    }
    if (retryIn === undefined) {
      if (received) return received;
      throw error;
    }
    if (!fresh) await withDeadline(undefined, retryIn, signal, (resolve) => resolve());
    secrets = fresh;
  }
}
