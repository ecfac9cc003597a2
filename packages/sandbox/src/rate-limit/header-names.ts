import type { Description } from "@visitors-api/openapi";
import { isToken } from "@visitors-api/openapi";

/** The headers, in lower case, that tell a client about its limit. */
export interface RateLimitHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
}

/** Takes the names that the description gives to these headers; the widespread ones where it gives none. */
export function rateLimitHeaders({ operations }: Description): RateLimitHeaders {
  const described = operations
    .flatMap(({ responses }) => responses)
    .flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase()))
    .filter(isToken);
  const named = (part: keyof RateLimitHeaders) =>
    described.find((name) => new RegExp(`rate-?limit-${part}$`).test(name)) ?? `x-ratelimit-${part}`;
  return { limit: named("limit"), remaining: named("remaining"), reset: named("reset") };
}
