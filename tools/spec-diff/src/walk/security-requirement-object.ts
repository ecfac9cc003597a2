import type { OpenApiObject, SecurityRequirementObject } from "../read/openapi-document.ts";
import type { Findings } from "./findings.ts";
import type { Named } from "./named-operation.ts";
import type { Sides } from "./sides.ts";
import { code } from "./values.ts";

/**
 * Compares what a caller has to show. Whoever could call with some credentials must still be able to.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#security-requirement-object
 */
export function compareRequirements(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const [was, is] = [alternativesOf(sides.before, before), alternativesOf(sides.after, after)];
  const spots = [spotOfSecurity(sides.before, before), spotOfSecurity(sides.after, after)] as const;
  const subject = code(after.id);
  const refused = was.filter((given) => !is.some((needed) => suffices(given, needed)));
  if (refused.length > 0) {
    const words = { subject, was: describe(refused), is: describe(is) };
    findings.add("security-required", words, ...spots);
  }
  const allowed = is.filter((given) => !was.some((needed) => suffices(given, needed)));
  if (allowed.length > 0) {
    const words = { subject, is: describe(allowed) };
    findings.add("security-allowed", words, ...spots);
  }
}

/** OpenAPI 3.1 § 4.8.30: alternatives, each with all the schemes that it takes. None at all is one that takes none. */
function alternativesOf(document: OpenApiObject, { operation }: Named): readonly SecurityRequirementObject[] {
  const security = operation.security ?? document.security ?? [];
  return security.length > 0 ? security : [{}];
}

function suffices(given: SecurityRequirementObject, needed: SecurityRequirementObject): boolean {
  return Object.entries(needed).every(([scheme, scopes]) => {
    const has = given[scheme];
    return has !== undefined && scopes.every((scope) => has.includes(scope));
  });
}

function describe(alternatives: readonly SecurityRequirementObject[]): string {
  return alternatives
    .map((alternative) => {
      const schemes = Object.entries(alternative).map(([scheme, scopes]) =>
        scopes.length > 0 ? `${code(scheme)} (${scopes.join(", ")})` : code(scheme),
      );
      return schemes.join(" and ") || "no credential";
    })
    .join(" or ");
}

function spotOfSecurity(document: OpenApiObject, { operation }: Named) {
  if (operation.security) return { node: operation, key: "security" };
  return document.security ? { node: document, key: "security" } : { node: operation };
}
