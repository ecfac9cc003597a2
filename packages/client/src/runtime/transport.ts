import { authorize, type Secret } from "./credentials.ts";
import { type CallDetails, CallError } from "./errors/call-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { retryDelay, wait } from "./retry-timing.ts";

/** A request that can be made again: its body is still what it was made of. */
export interface RepeatableRequest {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Headers };
}

export interface Transport {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Asks for the secrets of the moment. */
  readonly ask: () => Promise<Secret[]>;
  readonly allowInsecure: boolean | undefined;
  readonly retries: number;
  /** In milliseconds. */
  readonly timeout: number;
  /** Reads the body while the timeout still runs. */
  readonly read: (response: Response) => Promise<Response>;
}

/** Makes a request until it gets a response that is to be kept, or must not be made again. */
export async function send(
  { url, init }: RepeatableRequest,
  call: CallDetails & { attempts: number },
  transport: Transport,
): Promise<Response> {
  const { signal, body } = init;
  const retries = body instanceof ReadableStream ? 0 : transport.retries;
  signal?.throwIfAborted();
  let secrets = await transport.ask();
  let renewed = false;
  for (let failures = 0; ; ) {
    const headers = new Headers(init.headers);
    const target = authorize(secrets, url, headers, transport.allowInsecure);
    call.attempts++;
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await attempt(
        (signal) => new Request(target, { ...init, headers, signal }),
        signal,
        call,
        transport,
      );
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      failure = error;
    }

    if (response?.status === 401 && !renewed) {
      renewed = true;
      const fresh = await transport.ask();
      if (String(fresh) !== String(secrets)) {
        secrets = fresh;
        continue;
      }
    }
    const delay = failures < retries ? retryDelay(call.method, ++failures, response) : undefined;
    if (delay === undefined) {
      if (response) return response;
      throw failure;
    }
    await wait(delay, signal);
    secrets = await transport.ask();
  }
}

/** One request and its whole response. When it ends, so have its timer and its listener. */
async function attempt(
  makeRequest: (signal: AbortSignal) => Request,
  signal: AbortSignal | null | undefined,
  call: CallDetails,
  { fetch, read, timeout }: Transport,
): Promise<Response> {
  const controller = new AbortController();
  const request = makeRequest(controller.signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = () => {};
  // A `fetch` that the caller gave may not heed the signal, so the end of the attempt does not hang on it.
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    abort = () => end(signal?.reason);
    signal?.addEventListener("abort", abort);
    if (timeout < 2 ** 31) timer = setTimeout(() => end(new TimeoutError(call, timeout)), timeout);
  });
  try {
    return await Promise.race([fetch(request).then(read), ended]);
  } catch (error) {
    throw error instanceof TimeoutError || signal?.aborted ? error : new ConnectionError(call, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
