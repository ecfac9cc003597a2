import {
  type Direction,
  deref,
  isObject,
  type JsonObject,
  type Schema,
  typesOf,
} from "@visitors-api/openapi";
import type { Description } from "./description.ts";

// Deeper than any body that somebody writes down, and an end to schemas that contain themselves.
const DEEPEST = 12;

/** One value that a schema allows, the same every time, from its examples, defaults and types. */
export function sample(description: Description, value: unknown, direction: Direction, depth = 0): unknown {
  const schema = deref((value ?? true) as Schema, description.schemas) as unknown as JsonObject;
  if (!isObject(schema) || depth > DEEPEST) return null;

  const documented = documentedValue(schema);
  if (documented !== undefined) return documented;

  const parts = schema["allOf"];
  const alternative = [schema["oneOf"], schema["anyOf"]].find(Array.isArray)?.[0];
  const composed = [
    ...(Array.isArray(parts) ? parts : []),
    ...(alternative === undefined ? [] : [alternative]),
  ];
  if (composed.length > 0) {
    const own = isObject(schema["properties"]) ? [sampleObject(description, schema, direction, depth)] : [];
    const samples = [...composed.map((part) => sample(description, part, direction, depth + 1)), ...own];
    return samples.every(isObject) ? Object.fromEntries(samples.flatMap(Object.entries)) : samples[0];
  }
  return sampleOfType(description, schema, direction, depth);
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

function sampleOfType(
  description: Description,
  schema: JsonObject,
  direction: Direction,
  depth: number,
): unknown {
  const [type = isObject(schema["properties"]) ? "object" : undefined] = typesOf(
    schema as Schema,
    description.schemas,
  );
  switch (type) {
    case "object":
      return sampleObject(description, schema, direction, depth);
    case "array":
      return schema["items"] === undefined
        ? []
        : [sample(description, schema["items"], direction, depth + 1)];
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

function sampleObject(
  description: Description,
  schema: JsonObject,
  direction: Direction,
  depth: number,
): JsonObject {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.fromEntries(
    Object.entries(properties)
      // In an object that contains itself only the required properties are followed to the end.
      .filter(([name]) => depth < DEEPEST / 2 || required.includes(name))
      .map(([name, property]) => [name, sample(description, property, direction, depth + 1)]),
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
