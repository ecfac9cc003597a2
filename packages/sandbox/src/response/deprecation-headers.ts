import type { Deprecation } from "@visitors-api/openapi";

/**
 * The headers that announce what becomes of an operation, by the days that the description knows: `Deprecation` (RFC 9745 § 2) and
 * `Sunset` (RFC 8594 § 3), each of the moment at which its day begins in UTC. Undefined where it knows none: of what is deprecated
 * without a day there is nothing to send, for RFC 9745 has no value that says no more than that.
 */
export function deprecationHeaders({
  deprecatedSince,
  sunset,
}: Deprecation): Readonly<Record<string, string>> | undefined {
  if (deprecatedSince === undefined && sunset === undefined) return undefined;
  return {
    // A structured field of the type Date (RFC 9651 § 3.3.7).
    ...(deprecatedSince !== undefined && { deprecation: `@${Date.parse(deprecatedSince) / 1000}` }),
    // It is an HTTP date (RFC 9110 § 5.6.7).
    ...(sunset !== undefined && { sunset: new Date(sunset).toUTCString() }),
  };
}
