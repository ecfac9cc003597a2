import type { HeadersOptions } from "openapi-fetch";
import { setHeader } from "./safety.ts";

/** The headers of all sources, a later one's in place of an earlier one's; null removes a header. */
export function mergeHeaders(...sources: (HeadersOptions | undefined)[]): Headers {
  const headers = new Headers();
  for (const source of sources) {
    const isIterable = source instanceof Headers || Array.isArray(source);
    for (const [name, value] of isIterable ? source : Object.entries(source ?? {})) {
      if (value === null) headers.delete(name);
      else if (value !== undefined) setHeader(headers, name, [value].flat().join(", "));
    }
  }
  return headers;
}

/** Who is asking. A browser says that for itself, and needs the server's leave to send more. */
export function userAgent(product: string): HeadersOptions {
  return globalThis.navigator?.userAgent?.startsWith("Mozilla") ? {} : { "User-Agent": product };
}
