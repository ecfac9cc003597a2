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
  const parts: SchemaObject[] = [];
  // A list of its own in place of the stack, which a chain of references may be longer than.
  const waiting = [schema];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || seen.has(next)) continue;
    seen.add(next);
    parts.push(next);
    waiting.push(...[...(next.allOf ?? [])].reverse());
    if (next.$ref !== undefined) waiting.push(target(next.$ref, schemas));
  }
  return parts;
}

/** The schemas that a schema and its parts have for a property of that name. */
export function declarationsOf(schema: Schema, name: string, schemas: Schemas, seen?: Set<Schema>): Schema[] {
  return declarationsIn(allParts(schema, schemas, seen), name);
}

export function declarationsIn(parts: readonly SchemaObject[], name: string): Schema[] {
  return parts.flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, name) ? [properties[name] as Schema] : [],
  );
}
