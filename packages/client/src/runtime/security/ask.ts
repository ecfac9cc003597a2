import type { Secret, Security, SecurityScheme } from "./scheme.ts";

/** Schemes, and the secrets that satisfy them now. */
export type Secrets = readonly (readonly [scheme: SecurityScheme, secret: Secret])[];

/**
 * Asks for the secrets of the first alternative that has them all.
 *
 * @param options The client's, among them those that hold credentials.
 * @throws {TypeError} when no alternative has.
 */
export async function askSecrets(
  schemes: Readonly<Record<string, SecurityScheme>>,
  security: Security,
  options: Readonly<Record<string, unknown>>,
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
    if (secrets.length === alternative.length) return secrets;
  }
  throw new TypeError(`No credential: set ${missing.join(" or ")}`);
}
