import { isJsonObject, type JsonObject } from "./json-object.ts";
import { resolve } from "./reference.ts";
import { typesOf } from "./schema-types.ts";

// Deeper than any body that somebody writes down, and an end to schemas that contain themselves.
const DEEPEST = 12;

/** One value that a schema allows, the same every time, from its examples, defaults and types. */
export function sample(document: JsonObject, value: unknown, depth = 0): unknown {
  const schema = resolve(document, value);
  if (!isJsonObject(schema) || depth > DEEPEST) return null;

  const documented = documentedValue(schema);
  if (documented !== undefined) return documented;

  const parts = schema["allOf"];
  const alternative = [schema["oneOf"], schema["anyOf"]].find(Array.isArray)?.[0];
  const composed = [
    ...(Array.isArray(parts) ? parts : []),
    ...(alternative === undefined ? [] : [alternative]),
  ];
  if (composed.length > 0) {
    const own = isJsonObject(schema["properties"]) ? [sampleObject(document, schema, depth)] : [];
    const samples = [...composed.map((part) => sample(document, part, depth + 1)), ...own];
    return samples.every(isJsonObject) ? Object.fromEntries(samples.flatMap(Object.entries)) : samples[0];
  }
  return sampleOfType(document, schema, depth);
}

function documentedValue(schema: JsonObject): unknown {
  const examples = schema["examples"];
  const choices = schema["enum"];
  return (
    schema["example"] ??
    (Array.isArray(examples) ? examples[0] : undefined) ??
    schema["default"] ??
    schema["const"] ??
    (Array.isArray(choices) ? choices[0] : undefined)
  );
}

function sampleOfType(document: JsonObject, schema: JsonObject, depth: number): unknown {
  const [type = isJsonObject(schema["properties"]) ? "object" : undefined] = typesOf(document, schema);
  switch (type) {
    case "object":
      return sampleObject(document, schema, depth);
    case "array":
      return schema["items"] === undefined ? [] : [sample(document, schema["items"], depth + 1)];
    case "string":
      return sampleString(schema);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    default:
      return null;
  }
}

function sampleObject(document: JsonObject, schema: JsonObject, depth: number): JsonObject {
  const properties = isJsonObject(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.fromEntries(
    Object.entries(properties)
      // In an object that contains itself only the required properties are followed to the end.
      .filter(([name]) => depth < DEEPEST / 2 || required.includes(name))
      .map(([name, property]) => [name, sample(document, property, depth + 1)]),
  );
}

const STRINGS_BY_FORMAT = new Map([
  ["date", "2024-04-04"],
  ["date-time", "2024-04-04T09:32:51Z"],
  ["email", "someone@example.com"],
  ["uri", "https://example.com/"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
]);

function sampleString(schema: JsonObject): string {
  const text = STRINGS_BY_FORMAT.get(String(schema["format"])) ?? "string";
  const { minLength, maxLength } = schema;
  return text
    .padEnd(typeof minLength === "number" ? minLength : 0, "-")
    .slice(0, typeof maxLength === "number" ? maxLength : undefined);
}

function sampleNumber(schema: JsonObject): number {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (typeof minimum === "number") return exclusiveMinimum === true ? minimum + 1 : minimum;
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + 1;
  return typeof maximum === "number" ? Math.min(0, maximum) : 0;
}
