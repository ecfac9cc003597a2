import type { SecurityScheme } from "@visitors-api/openapi";
import { challengesOf } from "./challenge.ts";
import { cookie } from "./cookie.ts";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";

/**
 * Lets a request pass when it meets one of the alternatives.
 *
 * @param alternatives The schemes of each. Where nothing is required, one of them is empty.
 * @param token The credential that is accepted; any non-empty one when undefined. For basic authentication it is
 * `user:password`.
 * @throws Refusal 401, with the challenges of all alternatives.
 */
export function authorize(
  alternatives: readonly (readonly SecurityScheme[])[],
  incoming: Incoming,
  token: string | undefined,
): void {
  const accepted = alternatives.some((alternative) =>
    alternative.every((scheme) => isMet(scheme, incoming, token)),
  );
  if (accepted) return;
  const challenges = challengesOf(alternatives.flat());
  throw new Refusal(401, [], challenges === "" ? {} : { "www-authenticate": challenges });
}

function isMet(scheme: SecurityScheme, incoming: Incoming, token: string | undefined): boolean {
  // A request does not show them.
  if (scheme.kind === "mutualTLS" || scheme.kind === "unknown") return true;
  // What another scheme, such as a digest, proves an identity with is not the credential itself, and another each time.
  if (scheme.kind === "http") return authorization(incoming, scheme.scheme, WHATEVER) !== undefined;
  const given = credential(scheme, incoming);
  return given !== undefined && given !== "" && (token === undefined || given === token);
}

/** The credential of a scheme as the request presents it, right or wrong. */
export function credential(scheme: SecurityScheme, incoming: Incoming): string | undefined {
  switch (scheme.kind) {
    case "bearer":
      return authorization(incoming, "bearer");
    case "basic":
      return userAndPassword(authorization(incoming, "basic"));
    case "apiKey":
      if (scheme.in === "query") return incoming.url.searchParams.get(scheme.parameter) ?? undefined;
      return scheme.in === "cookie" ? cookie(incoming, scheme.parameter) : incoming.header(scheme.parameter);
    default:
      return undefined;
  }
}

/** The name of a scheme, and whatever credentials (RFC 9110 § 11.4). */
const WHATEVER = /^\s*(\S+) +(\S.*)$/;

/** The name of a scheme, and a token that is all of its credentials (RFC 9110 § 11.4). */
const TOKEN_68 = /^\s*(\S+) +(\S+)\s*$/;

/** The credentials of an Authorization header of one scheme, whose name may stand in any case (RFC 9110 § 11.1). */
function authorization(incoming: Incoming, scheme: string, form = TOKEN_68): string | undefined {
  const [, name, credentials] = form.exec(incoming.header("authorization") ?? "") ?? [];
  return name?.toLowerCase() === scheme ? credentials : undefined;
}

/** RFC 7617 § 2: base64 of the user, a colon and the password, in UTF-8. */
function userAndPassword(encoded: string | undefined): string | undefined {
  if (encoded === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || encoded.length % 4 === 1)
    return undefined;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  return text.includes(":") ? text : undefined;
}
