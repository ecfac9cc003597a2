import { allParts } from "../schema-object/compose.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";

/** Schemas with all that they refer to and are composed of, whichever alternative a value is of. */
export function alternatives(
  about: readonly Schema[],
  schemas: Schemas,
  seen: Set<Schema> = new Set(),
): SchemaObject[] {
  return about.flatMap((schema) =>
    allParts(schema, schemas, seen).flatMap((part) => {
      const { anyOf = [], oneOf = [], dependentSchemas = {} } = part;
      const dependent = [part.then ?? [], part.else ?? [], Object.values(dependentSchemas)].flat();
      return [part, ...alternatives([...anyOf, ...oneOf, ...dependent], schemas, seen)];
    }),
  );
}

/** What schemas say of a property. */
export function aboutProperty(parts: readonly SchemaObject[], name: string): Schema[] {
  return parts.flatMap(({ properties = {}, additionalProperties = [] }) =>
    Object.hasOwn(properties, name) ? (properties[name] ?? []) : additionalProperties,
  );
}

/** What schemas say of an item. */
export function aboutItem(parts: readonly SchemaObject[], index: number): Schema[] {
  return parts.flatMap(({ prefixItems = [], items = [] }) => prefixItems[index] ?? items);
}
