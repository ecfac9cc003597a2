import { isToken } from "@visitors-api/openapi";
import type { Visit } from "../objects/walk.ts";
import { type Context, fateOf } from "./rule.ts";

/**
 * The name of a header is a token (RFC 9110 § 5.1), and so is that of a cookie (RFC 6265 § 4.1.1): no program can send another one,
 * whatever it is for. Of a parameter that is a cookie, the name is encoded.
 */
export function headerNames(visit: Visit, { findings }: Context): boolean | undefined {
  const { in: place, name } = visit.node;
  const hasToken = place === "header" || (place === "cookie" && visit.name === "SecurityScheme");
  if (!hasToken || typeof name !== "string" || isToken(name)) return;
  findings.mistake({
    at: { node: visit.node, key: "name" },
    what: `No ${place} can be called ${JSON.stringify(name)}.`,
    advice: "Correct the name.",
    reading: fateOf(visit),
  });
  return false;
}
