import type { Description, Security, SecurityScheme } from "@visitors-api/openapi";
import { anchorPart } from "./anchors.ts";
import { code, type Fact, type Inline, type SchemeDocument } from "./document.ts";
import type { Walk } from "./walk.ts";

/** The security schemes (OpenAPI 3.1 § 4.8.27). */
export function schemeDocuments(
  walk: Walk,
  flowsOf: (name: string) => SchemeDocument["flows"],
): SchemeDocument[] {
  return Object.entries(walk.description.securitySchemes).map(
    ([name, scheme]): SchemeDocument => ({
      anchor: walk.anchors.take(schemeAnchor(name)),
      name,
      words: sentence(schemeWords(scheme)),
      description: walk.markdown(scheme.description),
      flows: flowsOf(name),
    }),
  );
}

/** What a call has to show, in words, empty for nothing: one of the alternatives is enough (OpenAPI 3.1 § 4.8.30). */
export function authenticationWords(security: Security, { securitySchemes }: Description): Inline[] {
  const needed = security.filter((alternative) => alternative.length > 0);
  if (needed.length === 0) return [];
  const alternatives = needed.map((alternative) =>
    alternative.map(({ scheme, scopes }): Inline[] => {
      const known = Object.hasOwn(securitySchemes, scheme) ? securitySchemes[scheme] : undefined;
      const words = known === undefined ? [code(scheme)] : schemeWords(known);
      return scopes.length === 0
        ? words
        : [
            ...words,
            " for ",
            ...joinedWith(
              scopes.map((scope) => [code(scope)]),
              ", ",
            ),
          ];
    }),
  );
  const words = joinedWith(
    alternatives.map((alternative) => joinedWith(alternative, ", and ")),
    "; or ",
  );
  const isOptional = needed.length < security.length;
  return [...words, ...(isOptional ? ["; or not at all"] : [])];
}

/** Where a reader finds what an operation's security schemes are. */
export function schemeAnchor(name: string): string {
  return `authentication-${anchorPart(name)}`;
}

function joinedWith(parts: readonly (readonly Inline[])[], separator: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

function sentence([first, ...rest]: readonly Inline[]): Inline[] {
  return typeof first === "string"
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest]
    : [...(first ? [first] : []), ...rest];
}

function schemeWords(scheme: SecurityScheme): Inline[] {
  switch (scheme.kind) {
    case "bearer": {
      const how = { http: "", oauth2: " of OAuth 2.0", openIdConnect: " of OpenID Connect" }[scheme.type];
      const format = scheme.bearerFormat === "" ? "" : ` (${scheme.bearerFormat})`;
      return [`a bearer token${how}${format} in the `, code("Authorization"), " header"];
    }
    case "basic":
      return ["a user name and a password (basic authentication) in the ", code("Authorization"), " header"];
    case "http":
      return [
        `HTTP authentication of the scheme `,
        code(scheme.scheme),
        " in the ",
        code("Authorization"),
        " header",
      ];
    case "apiKey":
      return [
        `an API key in the ${scheme.in === "query" ? "query parameter" : scheme.in} `,
        code(scheme.parameter),
      ];
    case "mutualTLS":
      return ["a client certificate (mutual TLS)"];
    case "unknown":
      return ["the security scheme ", code(scheme.name)];
  }
}

/** OpenAPI 3.1 § 4.8.28 */
const flowTitles: Readonly<Record<string, string>> = {
  implicit: "Implicit flow",
  password: "Password flow",
  clientCredentials: "Client credentials flow",
  authorizationCode: "Authorization code flow",
  deviceAuthorization: "Device authorization flow",
};

/** How a token is got, in facts. */
export function flowDocument(
  flow: string,
  details: Readonly<Record<string, unknown>>,
): SchemeDocument["flows"][number] {
  const urls = [
    ["authorizationUrl", "Authorization"],
    ["deviceAuthorizationUrl", "Device authorization"],
    ["tokenUrl", "Token"],
    ["refreshUrl", "Refresh"],
  ] as const;
  const { scopes } = details;
  return {
    title: flowTitles[flow] ?? flow,
    facts: [
      ...urls.flatMap(([keyword, label]): Fact[] => {
        const url = details[keyword];
        return typeof url === "string" ? [[`${label}: `, code(url)]] : [];
      }),
      ...Object.entries(typeof scopes === "object" && scopes !== null ? scopes : {}).map(
        ([scope, text]): Fact => ["Scope ", code(scope), ` ${text}`],
      ),
    ],
  };
}
