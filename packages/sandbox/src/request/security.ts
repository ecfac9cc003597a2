import type { SecurityRequirement, SecurityScheme } from "../description/model.ts";
import { cookie } from "./cookie.ts";
import type { Incoming } from "./incoming.ts";
import { Refusal } from "./refusal.ts";

/**
 * Lets a request pass when it meets one of the requirements.
 *
 * @param token The credential that is accepted; any non-empty one when undefined. For basic authentication it is
 * `user:password`.
 * @throws Refusal 401, with the challenges of the first requirement.
 */
export function authorize(
  requirements: readonly SecurityRequirement[],
  incoming: Incoming,
  token: string | undefined,
): void {
  if (requirements.length === 0) return;
  const accepted = requirements.some((requirement) =>
    requirement.every(
      (scheme) => scheme.kind === "unseen" || isAccepted(credential(scheme, incoming), token),
    ),
  );
  if (accepted) return;
  // RFC 9110 § 11.6.1: a 401 carries a challenge.
  const challenges = (requirements[0] ?? []).flatMap(challenge);
  throw new Refusal(401, [], challenges.length > 0 ? { "www-authenticate": challenges.join(", ") } : {});
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
      if (scheme.in === "query") return incoming.url.searchParams.get(scheme.name) ?? undefined;
      return scheme.in === "cookie" ? cookie(incoming, scheme.name) : incoming.header(scheme.name);
    case "unseen":
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
