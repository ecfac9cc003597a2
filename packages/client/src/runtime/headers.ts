import { type HeadersOptions, mergeHeaders } from "openapi-fetch";
import type { Description } from "./description.ts";
import { checkHeader } from "./safety.ts";

/** The headers of all sources, a later one's in place of an earlier one's; `null` removes a header. */
export function allHeaders(...sources: (HeadersOptions | undefined)[]): Headers {
  for (const source of sources) {
    if (!source) continue;
    const entries = source instanceof Headers ? source.entries() : Object.entries(source);
    for (const [name, value] of entries) for (const item of [value].flat()) checkHeader(name, item);
  }
  return mergeHeaders(...sources);
}

/** Who is asking. A browser says that for itself, and asks the server's leave for any header of ours. */
export function userAgent({ userAgent }: Description): HeadersOptions | undefined {
  const platform = globalThis.navigator?.userAgent ?? "";
  return platform.startsWith("Mozilla/") ? undefined : { "User-Agent": userAgent };
}

/** RFC 6265 § 4.2.1, for cookie parameters. */
export function cookieHeader(cookies: Readonly<Record<string, unknown>> = {}): HeadersOptions | undefined {
  const pairs = Object.entries(cookies).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return undefined;
  return { Cookie: pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("; ") };
}
