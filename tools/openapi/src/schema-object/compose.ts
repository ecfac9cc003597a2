import { schemaName } from "../reference-object.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";

/** What a reference to a component leads to in the end, or the schema itself. */
export function deref(schema: Schema, schemas: Schemas): Schema {
  let current = schema;
  for (const followed = new Set<Schema>(); typeof current === "object" && current.$ref !== undefined; ) {
    if (followed.has(current)) return true;
    followed.add(current);
    current = target(current.$ref, schemas);
  }
  return current;
}

/** The component that a reference leads to. `normalizeDocument` has refused a document that lacks it. */
export function target($ref: string, schemas: Schemas): Schema {
  return schemas[schemaName($ref) ?? ""] ?? true;
}

/** A schema and all those that hold for the same value whatever it is: what it refers to, and `allOf`. */
export function allParts(
  schema: Schema | undefined,
  schemas: Schemas,
  seen: Set<Schema> = new Set(),
): SchemaObject[] {
  if (typeof schema !== "object" || seen.has(schema)) return [];
  seen.add(schema);
  const parts = [
    ...(schema.$ref === undefined ? [] : [target(schema.$ref, schemas)]),
    ...(schema.allOf ?? []),
  ];
  return [schema, ...parts.flatMap((part) => allParts(part, schemas, seen))];
}

/** The schemas that a schema and its parts have for a property of that name. */
export function declarationsOf(schema: Schema, name: string, schemas: Schemas, seen?: Set<Schema>): Schema[] {
  return allParts(schema, schemas, seen).flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, name) ? [properties[name] as Schema] : [],
  );
}
