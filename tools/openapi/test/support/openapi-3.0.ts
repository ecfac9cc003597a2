import { isObject, type JsonObject } from "../../src/index.ts";

const single = ["additionalProperties", "items", "not"];
const lists = ["allOf", "anyOf", "oneOf"];

/**
 * What a schema of OpenAPI 3.0 means, as JSON Schema: the reading that ours is held against, as short as it can be.
 *
 * - What stands beside `$ref` is ignored (§ 4.7.23.1).
 * - `nullable: true` allows null, whatever else is said. The specification wants a `type` beside it, and null in an `enum`
 *   (§ 4.7.24.2); descriptions that leave either out mean it all the same.
 * - `exclusiveMinimum` and `exclusiveMaximum` are booleans that say how `minimum` and `maximum` are meant.
 */
export function asJsonSchema(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = schema;
  const limits = {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum }),
  };
  const meant = { ...Object.fromEntries(Object.entries(rest).map(asKeyword)), ...limits };
  return nullable === true ? { anyOf: [meant, { type: "null" }] } : meant;
}

function asKeyword([keyword, value]: [string, unknown]): [string, unknown] {
  if (single.includes(keyword)) return [keyword, asJsonSchema(value)];
  if (lists.includes(keyword) && Array.isArray(value)) return [keyword, value.map(asJsonSchema)];
  return [keyword, keyword === "properties" && isObject(value) ? mapped(value) : value];
}

function mapped(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, asJsonSchema(schema)]));
}
