/** No wait is longer than this, whatever a server asks for, in milliseconds. */
const longestWait = 60_000;

/** 408 Request Timeout, 429 Too Many Requests, 500 Internal Server Error, 502 Bad Gateway, 503 Service Unavailable, 504 Gateway Timeout. */
const transient = new Set([408, 429, 500, 502, 503, 504]);

/** RFC 9110 § 9.2.2: repeating one of these has the effect of making it once. */
const idempotent = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/;

/**
 * How long to wait before the next attempt, in milliseconds; undefined when there should be none.
 *
 * @param attempts How many have been made.
 * @param response The last one's; undefined when it got none.
 */
export function retryDelay(
  method: string,
  attempts: number,
  response: Response | undefined,
): number | undefined {
  const asked = response && askedDelay(response.headers);
  if (response && !transient.has(response.status)) return undefined;
  if (!idempotent.test(method) && !(response?.status === 429 && asked !== undefined)) return undefined;
  // Full jitter: clients that failed together do not come back together.
  return Math.min(asked ?? Math.random() * 500 * 2 ** (attempts - 1), longestWait);
}

function askedDelay(headers: Headers): number | undefined {
  const after = headers.get("retry-after");
  // RFC 9110 § 10.2.3: a number of seconds, or a date. Otherwise the widespread X-RateLimit-Reset, in Unix seconds.
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  const delay =
    after === null
      ? reset - Date.now()
      : /^\d+$/.test(after)
        ? Number(after) * 1000
        : Date.parse(after) - Date.now();
  return Number.isNaN(delay) ? undefined : Math.max(delay, 0);
}

/** Ends after that many milliseconds, or with the signal's reason as soon as it is aborted. */
export function wait(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
