import type { Description, Schema, SchemaObject } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";

/** Whether a schema, or what it refers to, has a property that only one direction has. */
export type IsDirected = (schema: Schema | undefined) => boolean;

/**
 * OpenAPI 3.1 § 4.8.24: a `readOnly` property is none of a request, and a `writeOnly` one none of a response. The type of
 * a schema that has one somewhere is another in each direction.
 */
export function findDirected(description: Description): IsDirected {
  const components = Object.values(description.components?.schemas ?? {});
  const referring = new Map<SchemaObject, SchemaObject[]>();
  const directed = new Set<SchemaObject>();
  for (const component of components) {
    for (const part of partsOf(component)) {
      if (hasDirection(part)) directed.add(component);
      if (part.$ref === undefined) continue;
      const target = resolve<SchemaObject>(description, { $ref: part.$ref });
      referring.set(target, [...(referring.get(target) ?? []), component]);
    }
  }
  // A set is walked in the order of its insertions, those made meanwhile included.
  for (const found of directed) for (const component of referring.get(found) ?? []) directed.add(component);

  return (schema) =>
    partsOf(schema).some(
      (part) =>
        hasDirection(part) ||
        (part.$ref !== undefined && directed.has(resolve<SchemaObject>(description, { $ref: part.$ref }))),
    );
}

function hasDirection({ properties = {} }: SchemaObject): boolean {
  return Object.values(properties).some(
    (property) => typeof property === "object" && (property.readOnly === true || property.writeOnly === true),
  );
}

/** A schema and all that it is made of where it stands; what it refers to is left out. */
function partsOf(schema: Schema | undefined): SchemaObject[] {
  if (typeof schema !== "object") return [];
  const { properties = {}, additionalProperties, items, prefixItems = [] } = schema;
  const { allOf = [], anyOf = [], oneOf = [] } = schema;
  const parts = [
    ...Object.values(properties),
    ...prefixItems,
    ...allOf,
    ...anyOf,
    ...oneOf,
    additionalProperties,
    items,
  ];
  return [schema, ...parts.flatMap(partsOf)];
}
