/** No wait is longer, whatever a server asks for, in milliseconds. */
const longest = 60_000;

/**
 * How long to wait before the next attempt, in milliseconds; undefined when there must be none.
 *
 * @param failures How many attempts have failed.
 * @param response The last one's; undefined when it got none.
 */
export function retryDelay(
  method: string,
  failures: number,
  response: Response | undefined,
): number | undefined {
  // No answer at all is like one that says Service Unavailable.
  const { status = 503, headers } = response ?? {};
  const after = headers?.get("retry-after") ?? "";
  // RFC 9110 § 9.2.2 and RFC 5789 § 2: of OpenAPI's methods, repeating any other has the effect of making it once.
  const idempotent = !/^(POST|PATCH)$/.test(method);
  // Request Timeout, Too Many Requests, Internal Server Error, Bad Gateway, Service Unavailable, Gateway Timeout.
  const transient = /408|429|50[0234]/.test(`${status}`);
  // A server that says when to come back has not acted on the request.
  if (!(idempotent && transient) && !(status === 429 && after)) return undefined;

  // RFC 9110 § 10.2.3: seconds, or a date. Every form of an HTTP date has a time of day, and is in GMT (RFC 9110 § 5.6.7),
  // which one of them does not say; without the one, platforms find dates in -5 and 1.5. Without either, there is the
  // widespread X-RateLimit-Reset, in Unix seconds.
  const date =
    (/\d:\d\d/.test(after) && Date.parse(after.replace(/( GMT)?$/, " GMT"))) ||
    Number(headers?.get("x-ratelimit-reset")) * 1000;
  // Full jitter where nothing is asked for: clients that failed together must not come back together.
  const delay = /^\d+$/.test(after)
    ? Number(after) * 1000
    : date
      ? Math.max(date - Date.now(), 0)
      : Math.random() * 500 * 2 ** failures;
  return Math.min(delay, longest);
}
