import { isExposed } from "../safety.ts";
import type { Secret, Security, SecurityScheme } from "./scheme.ts";

/** Schemes, and the secrets that satisfy them now. */
export type Secrets = readonly (readonly [scheme: SecurityScheme, secret: Secret])[];

/**
 * Asks for the secrets of the first alternative that has them all.
 *
 * @param options The client's, among them those that hold credentials.
 * @param url Where they are to go.
 * @throws {TypeError} when no alternative has, or when others could read them on the way.
 */
export async function askSecrets(
  schemes: Readonly<Record<string, SecurityScheme>>,
  security: Security,
  options: Readonly<Record<string, unknown>>,
  url: string,
): Promise<Secrets> {
  const missing: string[] = [];
  for (const alternative of security) {
    const secrets: [SecurityScheme, Secret][] = [];
    for (const name of alternative) {
      // The generator takes the names in a requirement from the schemes.
      const scheme = schemes[name] as SecurityScheme;
      const given = options[scheme.option];
      const secret = typeof given === "function" ? await given() : given;
      if (secret) secrets.push([scheme, secret]);
      else missing.push(scheme.option);
    }
    if (secrets.length < alternative.length) continue;
    if (secrets.length > 0 && !options["allowInsecure"] && isExposed(url)) {
      throw new TypeError("Set allowInsecure to send credentials over plain http");
    }
    return secrets;
  }
  throw new TypeError(`No credential: set ${missing.join(" or ")}`);
}
