import type { HeadersOptions } from "openapi-fetch";
import { setHeader } from "./safety.ts";

/** The headers of all sources, a later one's in place of an earlier one's; null removes a header. */
export function mergeHeaders(...sources: (HeadersOptions | undefined)[]): Headers {
  const headers = new Headers();
  for (const source of sources) {
    for (const [name, value] of source instanceof Headers ? source : Object.entries(source ?? {})) {
      if (value === undefined) continue;
      headers.delete(name);
      for (const item of [value].flat()) if (item !== null) setHeader(headers, name, item);
    }
  }
  return headers;
}

/** Who is asking. A browser says that for itself, and needs the server's leave to send more. */
export function userAgent(product: string): HeadersOptions {
  return globalThis.navigator?.userAgent?.startsWith("Mozilla") ? {} : { "User-Agent": product };
}
