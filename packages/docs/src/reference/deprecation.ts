import type { Deprecation } from "@visitors-api/openapi";

/** What a reader is told of something deprecated, to stand after its name; undefined for what is in use. */
export function deprecationWords({ deprecated, deprecatedSince, sunset }: Deprecation): string | undefined {
  if (!deprecated) return undefined;
  const since = deprecatedSince === undefined ? "" : ` since ${deprecatedSince}`;
  const until = sunset === undefined ? "" : `, may be gone from ${sunset} on`;
  return `deprecated${since}${until}`;
}
