import type { Description, SecurityRequirementObject, SecuritySchemeObject } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import type { Security, SecurityScheme } from "./model.ts";
import { camelCase, Names } from "./names.ts";

const optionOf = {
  bearer: "token",
  basic: "basic",
  header: "apiKey",
  query: "apiKey",
  cookie: "apiKey",
} as const;

/** The schemes that a client can satisfy; of any other the caller sends the credential as a header. */
export function buildSecuritySchemes(description: Description) {
  const notices: string[] = [];
  const found: Omit<SecurityScheme, "option">[] = [];
  for (const [name, reference] of Object.entries(description.components?.securitySchemes ?? {})) {
    const scheme = resolve<SecuritySchemeObject>(description, reference);
    const kind = schemeKind(scheme);
    if (kind === undefined) {
      notices.push(
        `The client does not know how to satisfy the security scheme \`${name}\`; its caller has to.`,
      );
      continue;
    }
    const parameter = scheme.type === "apiKey" ? scheme.name : undefined;
    found.push({ name, kind, parameter, description: scheme.description ?? "" });
  }

  // An option says what it holds while that is clear, and otherwise which scheme it is for.
  const options = new Names(["baseUrl", "fetch", "headers"]);
  const schemes = found.map((scheme): SecurityScheme => {
    const alone = found.filter(({ kind }) => optionOf[kind] === optionOf[scheme.kind]).length === 1;
    return {
      ...scheme,
      option: options.take(alone ? optionOf[scheme.kind] : camelCase(scheme.name) || "credential"),
    };
  });
  return { schemes, notices };
}

function schemeKind(scheme: SecuritySchemeObject): SecurityScheme["kind"] | undefined {
  switch (scheme.type) {
    case "apiKey":
      return scheme.in;
    case "oauth2":
    case "openIdConnect":
      return "bearer";
    case "http": {
      const name = scheme.scheme.toLowerCase();
      return name === "bearer" || name === "basic" ? name : undefined;
    }
    case "mutualTLS":
      return undefined;
  }
}

/**
 * OpenAPI 3.1 § 4.8.30: a list of alternatives, each a map of schemes to satisfy together. No alternative at all means
 * what an empty one says: nothing is required.
 */
export function buildSecurity(
  requirements: readonly SecurityRequirementObject[],
  schemes: readonly SecurityScheme[],
): Security {
  const known = new Set(schemes.map(({ name }) => name));
  const alternatives = requirements.length > 0 ? requirements : [{}];
  return alternatives.map((requirement) => Object.keys(requirement).filter((name) => known.has(name)));
}
