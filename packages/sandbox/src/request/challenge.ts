import type { SecurityScheme } from "@visitors-api/openapi";
import { isToken } from "@visitors-api/openapi";

/**
 * Says how to authenticate, which every 401 does (RFC 9110 § 11.6.1): with any of these schemes, each once.
 *
 * An API key has no scheme of HTTP. `ApiKey` is the name that it goes by, with the place of the key and its name for parameters.
 */
export function challengesOf(schemes: readonly SecurityScheme[]): string {
  return [...new Set(schemes.flatMap(challenge))].join(", ");
}

function challenge(scheme: SecurityScheme): string[] {
  switch (scheme.kind) {
    case "bearer":
      return ["Bearer"];
    case "basic":
      return ['Basic realm="sandbox", charset="UTF-8"'];
    case "http":
      return isToken(scheme.scheme) ? [`${capitalized(scheme.scheme)} realm="sandbox"`] : [];
    case "apiKey":
      return [`ApiKey realm="sandbox", in="${scheme.in}", name=${quoted(scheme.parameter)}`];
    default:
      return [];
  }
}

/** As the specifications of schemes write them; it is the same in any case (RFC 9110 § 11.1). */
function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** RFC 9110 § 5.6.4. What no header can have is percent-encoded, as it is where such a name is sent. */
function quoted(text: string): string {
  const carried = text.replaceAll(/[^\t\x20-\x7e]/gu, (character) => encodeURIComponent(character));
  return `"${carried.replaceAll(/["\\]/g, "\\$&")}"`;
}
