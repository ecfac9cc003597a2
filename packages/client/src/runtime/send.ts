import { withDeadline } from "./deadline.ts";
import { type CallDetails, CallError } from "./errors/call-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { type HeaderRecord, mergeHeaders } from "./headers.ts";
import { readBody } from "./response.ts";
import { retryDelay } from "./retry-delay.ts";
import type { Secrets } from "./security/ask.ts";

/** What is to be sent: a `Request`, or what does for one that nobody looks at. */
export type MadeRequest = (Request | { readonly url: string; readonly headers: HeaderRecord }) & {
  /** What it was made of, so that its body can be sent again; nobody knows it of a request of a middleware's own. */
  readonly madeOf?: RequestInit;
};

export interface SendOptions {
  /** The caller's own, which takes a `Request`; the platform's takes what one is made of, and is spared making it. */
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  /** Asks for the secrets of the moment. */
  readonly ask: () => Promise<Secrets>;
  readonly retries: number | false;
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | null | undefined;
  /** What a response's body will be read as. */
  readonly readAs: (response: Response) => string;
}

/**
 * Makes a request until there is a response to keep, or it must not be made again.
 */
export async function send(
  original: MadeRequest,
  call: CallDetails & { attempts: number },
  { fetch, ask, retries, timeout, signal, readAs }: SendOptions,
): Promise<Response> {
  const { madeOf } = original;
  const isStream = madeOf?.body instanceof ReadableStream;
  let renewed = isStream;
  let failures = 0;
  let secrets: Secrets | undefined;
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    withDeadline(work, timeout, signal, (_, reject) =>
      reject(new TimeoutError(call, `took over ${timeout} ms`)),
    );
  for (;;) {
    const controller = new AbortController();
    let response: Response | undefined;
    let failure: unknown;
    const exchange = async () => {
      secrets ??= await ask();
      signal?.throwIfAborted();
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
      try {
        const received = fetch
          ? fetch(new Request(target, requestInit))
          : globalThis.fetch(target, requestInit);
        return await readBody(await received, readAs);
      } catch (cause) {
        throw new ConnectionError(call, "got no whole response", { cause });
      }
    };
    try {
      response = await inTime(exchange());
    } catch (error) {
      controller.abort();
      signal?.throwIfAborted();
      if (!(error instanceof CallError)) throw error;
      failure = error;
    }

    if (response?.ok) return response;
    if (response?.status === 401 && !renewed) {
      renewed = true;
      const fresh = await inTime(ask().catch(() => secrets));
      if (JSON.stringify(fresh) !== JSON.stringify(secrets)) {
        secrets = fresh;
        continue;
      }
    }
    const delay =
      !isStream && failures < Number(retries) ? retryDelay(call.method, failures++, response) : undefined;
    if (delay === undefined) {
      if (response) return response;
      throw failure;
    }
    await withDeadline(undefined, delay, signal, (resolve) => resolve());
    secrets = undefined;
  }
}
