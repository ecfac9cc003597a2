import { setHeader } from "../headers.ts";
import type { UserPassword } from "../options.ts";
import type { SecurityScheme } from "./scheme.ts";

/** RFC 7617 § 2, with the user name and the password in UTF-8. */
export function basic(option: string): SecurityScheme {
  return {
    option,
    write(headers, { username, password }: UserPassword) {
      const bytes = new TextEncoder().encode(`${username}:${password}`);
      setHeader(headers, "Authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
      return undefined;
    },
  };
}
