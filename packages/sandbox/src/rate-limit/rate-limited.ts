import type { CountingLayer, Layer } from "../layer.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import type { RateLimitHeaders } from "./header-names.ts";

export interface RateLimit {
  /** How many requests one client, which is one credential, may make in a window. */
  readonly limit: number;
  /** How long a window is, in milliseconds. Default: 10 000. */
  readonly window?: number;
}

export interface RateLimitSurroundings {
  /** Tells one client from another. */
  readonly clientOf: (received: Received) => string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly headers: RateLimitHeaders;
}

/**
 * Answers the requests past a limit with 429, and tells each client what it has left. A window begins with the first
 * request after the one before is over, so that a test that counts requests has a whole window for them.
 *
 * @throws RangeError when the limit or the window is none.
 */
export function rateLimited(
  { limit, window = 10_000 }: RateLimit,
  { clientOf, now, headers: names }: RateLimitSurroundings,
): CountingLayer {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new RangeError(`A rate limit is a whole number of requests from 1, not ${limit}`);
  }
  if (!(window > 0 && Number.isFinite(window))) {
    throw new RangeError(`The window of a rate limit is a number of milliseconds above 0, not ${window}`);
  }
  // One window for all clients: when it is over, those that it counted are forgotten together.
  const counts = new Map<string, number>();
  let end = Number.NEGATIVE_INFINITY;

  const layer: Layer = (next) => async (received) => {
    const time = now();
    // A clock that was set back begins a new window too.
    if (time >= end || time < end - window) {
      counts.clear();
      end = time + window;
    }
    const client = clientOf(received);
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);

    const headers = {
      [names.limit]: String(limit),
      [names.remaining]: String(Math.max(limit - count, 0)),
      // In Unix seconds, rounded up: who waits until then finds a new window.
      [names.reset]: String(Math.ceil(end / 1000)),
    };
    if (count > limit) {
      throw new Refusal(429, [], {
        ...headers,
        // RFC 9110 § 10.2.3: in seconds.
        "retry-after": String(Math.ceil((end - time) / 1000)),
      });
    }
    const reply = await next(received);
    return { ...reply, headers: { ...reply.headers, ...headers } };
  };

  return {
    layer,
    restart() {
      end = Number.NEGATIVE_INFINITY;
    },
  };
}
