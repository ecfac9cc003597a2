import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

/** OpenAPI 3.1 § 4.8.30: a security requirement names schemes that the components define. */
export function securitySchemesDefined() {
  const defined = new Set<string>();
  const required: { name: string; location: UserContext["location"] }[] = [];
  return {
    Root: {
      leave(_: unknown, { report }: UserContext) {
        for (const { name, location } of required) {
          if (defined.has(name)) continue;
          report({
            message: `No security scheme is named \`${name}\`. Define it under components.securitySchemes.`,
            location,
          });
        }
      },
    },
    SecurityScheme(_: unknown, { key }: UserContext) {
      defined.add(String(key));
    },
    SecurityRequirement(requirement: Record<string, unknown>, { location }: UserContext) {
      for (const name of Object.keys(requirement)) {
        required.push({ name, location: location.child([name]).key() });
      }
    },
  };
}
