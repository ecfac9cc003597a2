import { setHeader } from "../headers.ts";
import type { SecurityScheme } from "./scheme.ts";

/** RFC 6750 § 2.1. */
export function bearer(option: string): SecurityScheme {
  return {
    option,
    write(headers, token: string) {
      setHeader(headers, "Authorization", `Bearer ${token}`);
      return undefined;
    },
  };
}
