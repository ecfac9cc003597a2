import { isExposed } from "../safety.ts";
import type { Secret, Security, SecurityScheme } from "./scheme.ts";

/** Schemes, and the secrets that satisfy them now. */
export type Secrets = readonly (readonly [scheme: SecurityScheme, secret: Secret])[];

/**
 * Asks for the secrets of the first alternative that has some, and all of them. Without one, a request goes without secrets
 * where an alternative needs none, or none that the client knows how to send.
 *
 * @param options The client's, among them those that hold credentials.
 * @param url Where they are to go.
 * @throws {TypeError} when there is no such alternative, or when others could read the secrets on the way.
 */
export async function askSecrets(
  schemes: Readonly<Record<string, SecurityScheme>>,
  security: Security,
  options: Readonly<Record<string, unknown>>,
  url: string,
): Promise<Secrets> {
  const missing: string[] = [];
  let found: Secrets | undefined;
  for (const names of security) {
    const together = names.flatMap((name) => schemes[name] ?? []);
    const secrets: [SecurityScheme, Secret][] = [];
    for (const scheme of together) {
      // Nobody is asked for a secret that is of no use without another.
      const given = together.every(({ option }) => options[option]) && options[scheme.option];
      const secret = typeof given === "function" ? await given() : given;
      if (secret) secrets.push([scheme, secret]);
      else missing.push(scheme.option);
    }
    if (secrets.length === together.length) found = secrets;
    if (found?.length) break;
  }
  if (found && (!found.length || options["allowInsecure"] || !isExposed(url))) return found;
  throw new TypeError(
    found
      ? "Set allowInsecure to send credentials over plain http"
      : `No credential: set ${missing.join(" or ")}`,
  );
}
