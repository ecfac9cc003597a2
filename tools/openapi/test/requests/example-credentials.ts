import type { Description, Operation, SecurityScheme } from "../../src/index.ts";

/** What every credential of a test is, unless the test is about credentials. */
export const exampleSecret = "any";

/** What shows who sends a request. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** Pairs, encoded. */
  readonly query: readonly string[];
  /** The same. */
  readonly cookies: readonly string[];
}

/** What the first alternative of an operation's security asks for (OpenAPI 3.1 § 4.8.30). */
export function exampleCredentials(
  { securitySchemes }: Pick<Description, "securitySchemes">,
  { security: [alternative = []] }: Pick<Operation, "security">,
  secret = exampleSecret,
): Credentials {
  const schemes = alternative.flatMap(({ scheme }) => securitySchemes[scheme] ?? []);
  const pairsIn = (place: "query" | "cookie") =>
    schemes.flatMap((scheme) =>
      scheme.kind === "apiKey" && scheme.in === place
        ? [`${encodeURIComponent(scheme.parameter)}=${encodeURIComponent(secret)}`]
        : [],
    );
  return {
    headers: Object.fromEntries(schemes.flatMap((scheme) => headerOf(scheme, secret))),
    query: pairsIn("query"),
    cookies: pairsIn("cookie"),
  };
}

function headerOf(scheme: SecurityScheme, secret: string): (readonly [name: string, value: string])[] {
  switch (scheme.kind) {
    case "bearer":
      return [["authorization", `Bearer ${secret}`]];
    case "basic":
      // RFC 7617 § 2.
      return [["authorization", `Basic ${btoa(`${secret}:${secret}`)}`]];
    case "http":
      return [["authorization", `${scheme.scheme} ${secret}`]];
    case "apiKey":
      return scheme.in === "header" ? [[scheme.parameter.toLowerCase(), secret]] : [];
    default:
      return [];
  }
}
