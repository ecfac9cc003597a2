import type { Description } from "@visitors-api/openapi";
import type { Incoming } from "./incoming.ts";
import { credential } from "./security.ts";

/** Tells the clients of an API apart, by the credentials that it describes. All without one are the same client. */
export function clientKeyOf({ securitySchemes }: Description): (incoming: Incoming) => string {
  const schemes = Object.values(securitySchemes);
  return (incoming) => JSON.stringify(schemes.map((scheme) => credential(scheme, incoming)));
}
