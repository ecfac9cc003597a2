import type { Schema, Schemas, TypeName } from "../schema-object.ts";
import { mostAround, target } from "./compose.ts";

/**
 * The JSON types that values of a schema may have, as far as it says: by `type`, by its values, and by what it is composed of.
 * Empty where it leaves that open.
 */
export function typesOf(schema: Schema | undefined, schemas: Schemas): ReadonlySet<TypeName> {
  return allowed(schema, schemas, new Map(), 0) ?? new Set();
}

/** Undefined stands for every type. */
type Allowed = ReadonlySet<TypeName> | undefined;

/** @param found What has been found of other schemas; of those that this one stands within, it is every type. */
function allowed(
  schema: Schema | undefined,
  schemas: Schemas,
  found: Map<Schema, Allowed>,
  depth: number,
): Allowed {
  if (typeof schema !== "object" || depth > mostAround) return undefined;
  if (found.has(schema)) return found.get(schema);
  found.set(schema, undefined);
  const of = (child: Schema) => allowed(child, schemas, found, depth + 1);
  const { $ref, type, const: value, enum: values, allOf = [], anyOf, oneOf } = schema;
  const said = [
    type === undefined ? undefined : new Set([type].flat()),
    values && new Set(values.map(typeOfValue)),
    value === undefined ? undefined : new Set([typeOfValue(value)]),
    $ref === undefined ? undefined : of(target($ref, schemas)),
    ...allOf.map(of),
    anyOf && union(anyOf.map(of)),
    oneOf && union(oneOf.map(of)),
  ];
  const types = said.reduce(intersection, undefined);
  found.set(schema, types);
  return types;
}

/** The type of a JSON value; an integer is one of two. */
export function typeOfValue(value: unknown): TypeName {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" || typeof value === "boolean"
    ? (typeof value as "string" | "boolean")
    : "object";
}

/** Whether a value is of a type (JSON Schema Validation § 6.1.1: 1.0 is an integer too). */
export function isOfType(value: unknown, name: TypeName): boolean {
  const type = typeOfValue(value);
  return type === name || (type === "integer" && name === "number");
}

function union(sets: readonly Allowed[]): Allowed {
  if (sets.length === 0 || sets.includes(undefined)) return undefined;
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}

function intersection(a: Allowed, b: Allowed): Allowed {
  if (!a || !b) return a ?? b;
  const both = [...a].filter((name) => b.has(name) || (name === "integer" && b.has("number")));
  return new Set([...both, ...(b.has("integer") && a.has("number") ? ["integer" as const] : [])]);
}
