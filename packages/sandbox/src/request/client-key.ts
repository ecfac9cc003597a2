import type { Description, SecurityScheme } from "../description/model.ts";
import type { Incoming } from "./incoming.ts";
import { credential } from "./security.ts";

/** Tells the clients of an API apart, by the credentials that it describes. All without one are the same client. */
export function clientKeyOf(description: Description): (incoming: Incoming) => string {
  const schemes = new Map<string, SecurityScheme>(
    description.operations
      .flatMap(({ security }) => security.flat())
      .map((scheme) => [JSON.stringify(scheme), scheme]),
  );
  return (incoming) => JSON.stringify([...schemes.values()].map((scheme) => credential(scheme, incoming)));
}
