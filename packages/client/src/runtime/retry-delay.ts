import type { Limits } from "./limits.ts";

/**
 * How long to wait before the next attempt, in milliseconds; undefined when there must be none.
 *
 * @param method The one that was sent.
 * @param failures How many attempts have failed.
 * @param response The last one's; undefined when it got none.
 */
export function retryDelay(
  method: string,
  failures: number,
  response: Response | undefined,
  { statuses, methods, maxWait = 60_000 }: Limits,
): number | undefined {
  const { status, headers } = response ?? {};
  const after = headers?.get("retry-after") ?? "";
  // RFC 9110 § 9.2.2 and RFC 5789 § 2: of OpenAPI's methods, repeating any other has the effect of making it once.
  const repeatable = methods?.includes(method) ?? !/^(POST|PATCH)$/.test(method);
  // Request Timeout, Too Many Requests, Internal Server Error, Bad Gateway, Service Unavailable, Gateway Timeout; and no answer.
  const transient = !status || (statuses?.includes(status) ?? /408|429|50[0234]/.test(`${status}`));
  // A server that says when to come back has not acted on the request.
  if (!transient || !(repeatable || (status === 429 && after))) return undefined;

  const wait = asked(after, Number(headers?.get("x-ratelimit-reset")));
  // Jitter, for clients that failed together must not come back together: upwards of what a server asks for, and full where it
  // asks for nothing.
  return wait === undefined
    ? Math.random() * 500 * 2 ** failures
    : Math.min(wait, maxWait) * (1 + Math.random() / 4);
}

/**
 * The wait that a server asks for, in milliseconds; undefined when it asks for none, or for one that is over.
 *
 * @param after RFC 9110 § 10.2.3: seconds, or a date. Every form of an HTTP date has a time of day, and is in GMT (RFC 9110
 * § 5.6.7), which one of them does not say; without the one, platforms find dates in -5 and 1.5.
 * @param reset The widespread X-RateLimit-Reset: a time in Unix seconds, or milliseconds, or the seconds until then.
 */
function asked(after: string, reset: number): number | undefined {
  if (/^\d+$/.test(after)) return Number(after) * 1000;
  const now = Date.now();
  const date =
    (/\d:\d\d/.test(after) && Date.parse(after.replace(/( GMT)?$/, " GMT"))) ||
    // 10⁹ seconds are 30 years, and 10¹¹ milliseconds were in 1973.
    (reset < 1e9 ? now + reset * 1000 : reset < 1e11 ? reset * 1000 : reset);
  return date > now ? date - now : undefined;
}
