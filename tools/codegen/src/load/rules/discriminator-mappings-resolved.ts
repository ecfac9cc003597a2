import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

/** OpenAPI 3.1 § 4.8.25: a discriminator maps values to schemas, here by references: see `nameMappedSchemas`. */
export function discriminatorMappingsResolved() {
  return {
    DiscriminatorMapping(mapping: Record<string, string>, { report, location, resolve }: UserContext) {
      for (const [value, $ref] of Object.entries(mapping)) {
        if (resolve({ $ref }).node !== undefined) continue;
        report({
          message: `No schema is at or named \`${$ref}\`. Correct the mapping, or add what it names.`,
          location: location.child([value]),
        });
      }
    },
  };
}
