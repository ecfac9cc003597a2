import type { SecurityScheme } from "@visitors-api/openapi";
import { cookie } from "./cookie.ts";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";

/**
 * Lets a request pass when it meets one of the alternatives.
 *
 * @param alternatives The schemes of each. Where nothing is required, one of them is empty.
 * @param token The credential that is accepted; any non-empty one when undefined. For basic authentication it is
 * `user:password`.
 * @throws Refusal 401, with the challenges of the first alternative.
 */
export function authorize(
  alternatives: readonly (readonly SecurityScheme[])[],
  incoming: Incoming,
  token: string | undefined,
): void {
  const accepted = alternatives.some((alternative) =>
    alternative.every((scheme) => !isSeen(scheme) || isAccepted(credential(scheme, incoming), token)),
  );
  if (accepted) return;
  // RFC 9110 § 11.6.1: a 401 carries a challenge.
  const challenges = (alternatives[0] ?? []).flatMap(challenge);
  throw new Refusal(401, [], challenges.length > 0 ? { "www-authenticate": challenges.join(", ") } : {});
}

/** Whether the sandbox can tell from a request if it meets a scheme. One whose credentials it does not know counts as met. */
function isSeen({ kind }: SecurityScheme): boolean {
  return kind === "bearer" || kind === "basic" || kind === "apiKey";
}

function isAccepted(given: string | undefined, token: string | undefined): boolean {
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

/** The credentials of an Authorization header of one scheme, whose name may stand in any case (RFC 9110 § 11.1). */
function authorization(incoming: Incoming, scheme: string): string | undefined {
  const [, name, credentials] = /^\s*(\S+) +(\S+)\s*$/.exec(incoming.header("authorization") ?? "") ?? [];
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

function challenge(scheme: SecurityScheme): string[] {
  if (scheme.kind === "bearer") return ["Bearer"];
  return scheme.kind === "basic" ? ['Basic realm="sandbox", charset="UTF-8"'] : [];
}
