import { type Description, isObject, type JsonObject } from "../../description.ts";
import { listAt, objectAt } from "../../plain/read.ts";
import { type ReadSchema, readSchema } from "../../plain/schema/read-schema.ts";

/**
 * A schema with those of its `allOf` put together, as one object to make a form of. It need not mean the same in every detail:
 * what is entered is validated against the real one.
 */
export function mergedSchema(root: Description, given: unknown, depth = 0): ReadSchema {
  const read = readSchema(root, given);
  const parts = listAt(read.schema, "allOf");
  if (parts.length === 0 || depth > deepest) return read;
  const { allOf: _, ...own } = read.schema;
  const merged = [...parts.map((part) => mergedSchema(root, part, depth + 1).schema), own].reduce(mergeTwo);
  return { ...read, schema: merged };
}

/** Schemas that are composed of each other deeper than that, or in a circle, nobody enters in a form. */
const deepest = 8;

/** Both of two schemas; of what only one can say the second has the last word. */
export function mergeTwo(first: JsonObject, second: JsonObject): JsonObject {
  const properties = new Map(Object.entries(objectAt(first, "properties")));
  for (const [name, schema] of Object.entries(objectAt(second, "properties"))) {
    const before = properties.get(name);
    properties.set(name, isObject(before) && isObject(schema) ? mergeTwo(before, schema) : schema);
  }
  const required = new Set([...listAt(first, "required"), ...listAt(second, "required")]);
  return {
    ...first,
    ...second,
    ...(properties.size > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.size > 0 ? { required: [...required] } : {}),
  };
}
