import type { Incoming } from "./incoming.ts";

/** The value of a cookie (RFC 6265 § 4.2). */
export function cookie(incoming: Incoming, name: string): string | undefined {
  for (const pair of (incoming.header("cookie") ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals >= 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
