import { textOf } from "./json.ts";

interface Named {
  /** Its key in the components. */
  readonly name: string;
  readonly description: string;
}

/** How a request shows who sends it (OpenAPI 3.1 § 4.8.27), by what is sent rather than by how it is got. */
export type SecurityScheme = Named &
  (
    | {
        readonly kind: "bearer";
        /** OAuth 2.0 and OpenID Connect both end in a token that is sent as RFC 6750 says. */
        readonly type: "http" | "oauth2" | "openIdConnect";
        /** A hint such as `JWT`. */
        readonly bearerFormat: string;
      }
    | { readonly kind: "basic"; readonly type: "http" }
    /** Another scheme of RFC 9110 § 11, such as `digest`. */
    | { readonly kind: "http"; readonly type: "http"; readonly scheme: string }
    | {
        readonly kind: "apiKey";
        readonly type: "apiKey";
        readonly in: "header" | "query" | "cookie";
        /** The name of the header, query parameter or cookie. */
        readonly parameter: string;
      }
    /** A credential that the request does not show. */
    | { readonly kind: "mutualTLS"; readonly type: "mutualTLS" }
    /** One that the specification does not know. */
    | { readonly kind: "unknown"; readonly type: string }
  );

/** @param scheme A Security Scheme Object. */
export function readSecurityScheme(name: string, scheme: Readonly<Record<string, unknown>>): SecurityScheme {
  const named = { name, description: textOf(scheme["description"]) };
  const bearerFormat = textOf(scheme["bearerFormat"]);
  const { type, in: place } = scheme;
  switch (type) {
    case "http": {
      // RFC 9110 § 11.1: its name may stand in any case.
      const kind = textOf(scheme["scheme"]).toLowerCase();
      if (kind === "bearer") return { ...named, kind, type, bearerFormat };
      return kind === "basic" ? { ...named, kind, type } : { ...named, kind: "http", type, scheme: kind };
    }
    case "oauth2":
    case "openIdConnect":
      return { ...named, kind: "bearer", type, bearerFormat };
    case "apiKey":
      if (place !== "header" && place !== "query" && place !== "cookie") break;
      return { ...named, kind: "apiKey", type, in: place, parameter: textOf(scheme["name"]) };
    case "mutualTLS":
      return { ...named, kind: "mutualTLS", type };
  }
  return { ...named, kind: "unknown", type: textOf(type) };
}
