import { at, child, isObject, type Json, type JsonObject } from "./bundled.ts";

/** A value that the description gives as an example of a schema. */
export interface DescribedExample {
  /** Where the value stands. */
  pointer: string;
  /** Where the schema that it must satisfy stands. */
  schema: string;
  value: Json;
}

// The keywords of a schema that hold other schemas (OpenAPI 3.1 § 4.8.24, JSON Schema 2020-12 Core § 10 and 11).
const schemaKeywords = [
  ...["items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames"],
  ...["contains", "contentSchema", "not", "if", "then", "else"],
];
const schemaListKeywords = ["allOf", "anyOf", "oneOf", "prefixItems"];
const schemaMapKeywords = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/** What has a `schema` beside `example` or `examples`: media types, parameters and headers. */
const isDescribedValue = (node: JsonObject): boolean => isObject(node["schema"]);

/**
 * Every example of a description: those of media types, parameters and headers, and the `example`, `examples` and
 * `default` of every schema. An example behind a `$ref` is found where it is used, and stands where it is written.
 */
export function* describedExamples(description: JsonObject): Generator<DescribedExample> {
  const schemas = at(description, "/components/schemas");
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
    yield* inSchema(schema, child("/components/schemas", name));
  }
  yield* besideSchemas(description, description, "");
}

function* besideSchemas(description: JsonObject, node: Json, pointer: string): Generator<DescribedExample> {
  if (pointer === "/components/schemas" || pointer === "/components/examples") return;
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) {
      yield* besideSchemas(description, item, child(pointer, index));
    }
  }
  if (!isObject(node)) return;
  if (isDescribedValue(node)) {
    const schema = child(pointer, "schema");
    yield* inSchema(node["schema"] ?? null, schema);
    if (node["example"] !== undefined) {
      yield { pointer: child(pointer, "example"), schema, value: node["example"] };
    }
    for (const [name, example] of Object.entries(isObject(node["examples"]) ? node["examples"] : {})) {
      const reference = isObject(example) ? example["$ref"] : undefined;
      const place = typeof reference === "string" ? reference.slice(1) : child(pointer, "examples", name);
      const value = at(description, child(place, "value"));
      if (value !== undefined) yield { pointer: child(place, "value"), schema, value };
    }
  }
  for (const [key, value] of Object.entries(node)) {
    const isExample = isDescribedValue(node) && (key === "example" || key === "examples");
    if (!isExample && key !== "schema") yield* besideSchemas(description, value, child(pointer, key));
  }
}

function* inSchema(schema: Json, pointer: string): Generator<DescribedExample> {
  if (!isObject(schema)) return;
  for (const key of ["example", "default"]) {
    const value = schema[key];
    if (value !== undefined) yield { pointer: child(pointer, key), schema: pointer, value };
  }
  const examples = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  for (const [index, value] of examples.entries()) {
    yield { pointer: child(pointer, "examples", index), schema: pointer, value };
  }
  for (const key of schemaKeywords) {
    yield* inSchema(schema[key] ?? null, child(pointer, key));
  }
  for (const key of [...schemaListKeywords, ...schemaMapKeywords]) {
    for (const [name, value] of Object.entries(schema[key] ?? {})) {
      yield* inSchema(value, child(pointer, key, name));
    }
  }
}
