import { withDeadline } from "./deadline.ts";
import { type CallDetails, CallError } from "./errors/call-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import type { ObservedRequest, PlainRequest } from "./requests.ts";
import { retryDelay } from "./retry-delay.ts";
import { isExposed } from "./safety.ts";
import type { Secrets } from "./security/ask.ts";

export interface Sending {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Asks for the secrets of the moment. */
  readonly ask: () => Promise<Secrets>;
  readonly allowInsecure: boolean | undefined;
  readonly retries: number | false;
  /** In milliseconds. */
  readonly timeout: number;
  /** Reads the body while the time still counts. */
  readonly read: (response: Response) => Promise<Response>;
}

/** Makes a request until there is a response to keep, or it must not be made again. */
export async function send(
  made: PlainRequest | ObservedRequest | Request,
  call: CallDetails & { attempts: number },
  { fetch, ask, allowInsecure, retries, timeout, read }: Sending,
): Promise<Response> {
  const init = "init" in made ? made.init : undefined;
  const signal = init ? init.signal : (made as Request).signal;
  let failures = 0;
  let renewed = false;
  for (let secrets = await ask(); ; ) {
    const headers = new Headers(made.headers);
    let url = made.url;
    if (secrets.length > 0 && !allowInsecure && isExposed(url)) {
      throw new TypeError(
        "A credential would go over plain http to another machine: use https, or set allowInsecure",
      );
    }
    // Each scheme takes the kind of secret that its option holds.
    for (const [scheme, secret] of secrets) url = scheme.write(headers, secret as never, url) ?? url;

    const controller = new AbortController();
    const changes = { headers, signal: controller.signal };
    const request = init
      ? new Request(url, { ...init, ...changes })
      : new Request(new Request(url, (made as Request).clone()), changes);
    call.attempts++;
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await withDeadline(fetch(request).then(read), timeout, signal, (_, reject) =>
        reject(new TimeoutError(call, timeout)),
      );
    } catch (error) {
      controller.abort();
      signal?.throwIfAborted();
      failure = error instanceof CallError ? error : new ConnectionError(call, error);
    }

    if (response?.status === 401 && !renewed) {
      renewed = true;
      const fresh = await ask();
      if (JSON.stringify(fresh) !== JSON.stringify(secrets)) {
        secrets = fresh;
        continue;
      }
    }
    const delay = failures < Number(retries) ? retryDelay(call.method, failures++, response) : undefined;
    if (delay === undefined || init?.body instanceof ReadableStream) {
      if (response) return response;
      throw failure;
    }
    await withDeadline(undefined, delay, signal, (resolve) => resolve());
    secrets = await ask();
  }
}
