import { declarationsOf, type Schema, type SchemaObject, type Schemas } from "@visitors-api/openapi";

/**
 * What is said of a property where it is not said of it in the schema that requires it: by what surrounds that, or what it is
 * composed of. Of a property that nobody speaks of, what `additionalProperties` says; otherwise it may be anything.
 */
export function declaredProperty(said: readonly SchemaObject[], name: string, schemas: Schemas): Schema {
  for (const schema of said) {
    const [declared] = declarationsOf(schema, name, schemas);
    if (declared !== undefined) return declared;
  }
  for (const { additionalProperties } of said) {
    if (typeof additionalProperties === "object") return additionalProperties;
  }
  return true;
}
