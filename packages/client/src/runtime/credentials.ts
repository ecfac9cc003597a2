import type { Description, SecurityScheme } from "./description.ts";
import type { BasicCredential, Credential } from "./options.ts";
import { checkHeader, isExposed } from "./safety.ts";

/** A scheme, and the secret that satisfies it now. */
export type Secret = readonly [scheme: SecurityScheme, value: string];

/** The options that hold credentials, by the names that the description gives them. */
export type CredentialOptions = Readonly<Record<string, Credential | BasicCredential | undefined>>;

/**
 * Asks for the secrets of the first alternative that has them all.
 *
 * @throws {TypeError} when none has, and a request without is not among the alternatives.
 */
export async function askSecrets(
  { securitySchemes }: Description,
  security: readonly (readonly string[])[],
  options: CredentialOptions,
): Promise<Secret[]> {
  for (const alternative of security) {
    const secrets: Secret[] = [];
    for (const name of alternative) {
      const scheme = securitySchemes[name];
      const option = scheme && options[scheme.option];
      const given = typeof option === "function" ? await option() : option;
      const value = typeof given === "object" ? basic(given.username, given.password) : given;
      if (scheme && value) secrets.push([scheme, value]);
    }
    if (secrets.length === alternative.length) return secrets;
  }
  if (security.length === 0) return [];
  const wanted = security.map((names) => names.map((name) => securitySchemes[name]?.option).join(" and "));
  throw new TypeError(
    `A credential is missing or empty: give the client the option ${wanted.join(", or ")}.`,
  );
}

/** RFC 7617 § 2.1: the user name and the password, in UTF-8. */
function basic(username: string, password: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

/** Adds the secrets to the headers, or to the URL, which is returned. */
export function authorize(
  secrets: readonly Secret[],
  url: string,
  headers: Headers,
  allowInsecure = false,
): string {
  if (secrets.length > 0 && !allowInsecure && isExposed(url)) {
    throw new TypeError(
      "A credential must not go over plain http to another machine. Use https, or set allowInsecure.",
    );
  }
  let authorized = url;
  for (const [{ kind, parameter = "Authorization" }, value] of secrets) {
    const pair = `${encodeURIComponent(parameter)}=${encodeURIComponent(value)}`;
    if (kind === "query") authorized += `${authorized.includes("?") ? "&" : "?"}${pair}`;
    else if (kind === "cookie")
      headers.set("Cookie", [headers.get("Cookie"), pair].filter(Boolean).join("; "));
    else {
      checkHeader(parameter, value);
      headers.set(
        parameter,
        kind === "bearer" ? `Bearer ${value}` : kind === "basic" ? `Basic ${value}` : value,
      );
    }
  }
  return authorized;
}
