import { isJsonObject, type JsonObject, objectOrEmpty } from "../description/json-object.ts";
import { lookUp, resolve } from "../description/reference.ts";
import type { Direction } from "./validate.ts";

/*
 * The keywords that assert something, by the shape of their value. What is not listed is an annotation and is left
 * out: examples, which may hold an `id` that the validator would take for the schema's own, and `format`, which
 * JSON Schema 2020-12 § 7.2.1 and with it OpenAPI 3.1 treat as an annotation.
 */
const ASSERTIONS = [
  ...["type", "enum", "const", "required", "dependentRequired", "pattern", "uniqueItems", "multipleOf"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength"],
  ...["minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"],
];
const SUBSCHEMAS = [
  ...["additionalProperties", "unevaluatedProperties", "propertyNames", "items", "unevaluatedItems"],
  ...["contains", "not", "if", "then", "else"],
];
const LISTS_OF_SUBSCHEMAS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS_OF_SUBSCHEMAS = ["properties", "patternProperties", "dependentSchemas"];

/**
 * Copies a schema out of a description as a JSON Schema (2020-12) that stands alone: everything it refers to is
 * below `$defs`, and what OpenAPI 3.0 writes differently is written as 3.1 does.
 */
export function standaloneSchema(document: JsonObject, schema: unknown, direction: Direction): JsonObject {
  const is30 = String(document["openapi"]).startsWith("3.0");
  const names = new Map<string, string>();
  const definitions: JsonObject = {};

  function define(reference: string): string {
    const known = names.get(reference);
    if (known !== undefined) return known;
    const name = `d${names.size}`;
    names.set(reference, name);
    definitions[name] = copy(lookUp(document, reference));
    return name;
  }

  function copy(value: unknown): unknown {
    if (!isJsonObject(value)) return value;
    const reference = value["$ref"];
    const target = typeof reference === "string" ? { $ref: `#/$defs/${define(reference)}` } : {};
    // OpenAPI 3.0 § 4.7.23.2: whatever stands beside a reference is ignored.
    if (is30 && typeof reference === "string") return target;

    const result: JsonObject = target;
    for (const keyword of ASSERTIONS) {
      if (keyword in value) result[keyword] = value[keyword];
    }
    for (const keyword of SUBSCHEMAS) {
      if (keyword in value) result[keyword] = copy(value[keyword]);
    }
    for (const keyword of LISTS_OF_SUBSCHEMAS) {
      const list = value[keyword];
      if (Array.isArray(list)) result[keyword] = list.map(copy);
    }
    for (const keyword of MAPS_OF_SUBSCHEMAS) {
      const map = value[keyword];
      if (!isJsonObject(map)) continue;
      const parts = Object.entries(map).filter(([key]) => keyword !== "patternProperties" || isPattern(key));
      result[keyword] = Object.fromEntries(parts.map(([key, part]) => [key, copy(part)]));
    }
    if (!isPattern(result["pattern"])) delete result["pattern"];
    if (Array.isArray(result["required"])) result["required"] = requiredIn(value, result["required"]);
    return is30 ? withoutNullable(value, result) : result;
  }

  /** OpenAPI 3.0 § 4.7.24.1, and 3.1 by custom: `required` does not hold where the property never travels. */
  function requiredIn(value: JsonObject, required: readonly unknown[]): unknown[] {
    const properties = objectOrEmpty(value["properties"]);
    const absent = direction === "request" ? "readOnly" : "writeOnly";
    return required.filter(
      (name) => objectOrEmpty(resolve(document, properties[String(name)]))[absent] !== true,
    );
  }

  const root = copy(schema);
  return isJsonObject(root) ? { ...root, $defs: definitions } : { allOf: [root] };
}

/**
 * Descriptions have patterns for other languages than JavaScript, or without its Unicode mode, in which the validator
 * compiles them. One that does not compile is not checked, rather than refusing every value.
 */
function isPattern(pattern: unknown): boolean {
  try {
    return typeof pattern === "string" && new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** Writes OpenAPI 3.0's `nullable` and its boolean bounds as JSON Schema does. */
function withoutNullable(original: JsonObject, schema: JsonObject): JsonObject {
  const result = { ...schema };
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof result[exclusive] !== "boolean") continue;
    const bound = result[inclusive];
    if (result[exclusive] && bound !== undefined) {
      result[exclusive] = bound;
      delete result[inclusive];
    } else {
      delete result[exclusive];
    }
  }
  // OpenAPI 3.0.3: `nullable` only adds null to a `type` beside it.
  if (original["nullable"] === true && typeof result["type"] === "string") {
    result["type"] = [result["type"], "null"];
    if (Array.isArray(result["enum"])) result["enum"] = [...result["enum"], null];
  }
  return result;
}
