import { setHeader } from "../headers.ts";
import type { SecurityScheme } from "./scheme.ts";

/**
 * An API key in a header of that name. A platform that follows a redirect takes such a header along to another origin, so
 * none is followed.
 */
export function apiKeyHeader(option: string, name: string): SecurityScheme {
  return {
    option,
    init: { redirect: "manual" },
    write(headers, key: string) {
      setHeader(headers, name, key);
      return undefined;
    },
  };
}

/** An API key in a query parameter of that name. */
export function apiKeyQuery(option: string, name: string): SecurityScheme {
  return {
    option,
    write: (_, key: string, url) =>
      `${url}${url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(key)}`,
  };
}

/** An API key in a cookie of that name, beside the cookies that are there. */
export function apiKeyCookie(option: string, name: string): SecurityScheme {
  return {
    option,
    write(headers, key: string) {
      const { cookie } = headers;
      setHeader(headers, "Cookie", `${cookie ? `${cookie}; ` : ""}${name}=${encodeURIComponent(key)}`);
      return undefined;
    },
  };
}
