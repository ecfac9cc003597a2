import type { Schema, Schemas, TypeName } from "../schema-object.ts";
import { target } from "./compose.ts";
import { composed } from "./composed.ts";

/** Undefined stands for every type. */
type Allowed = ReadonlySet<TypeName> | undefined;

const allowed = composed<ReadonlySet<TypeName>>(
  ({ $ref, type, const: value, enum: values, allOf = [], anyOf, oneOf }, of, schemas) =>
    [
      type === undefined ? undefined : new Set([type].flat()),
      values && new Set(values.map(typeOfValue)),
      value === undefined ? undefined : new Set([typeOfValue(value)]),
      $ref === undefined ? undefined : of(target($ref, schemas)),
      ...allOf.map(of),
      anyOf && union(anyOf.map(of)),
      oneOf && union(oneOf.map(of)),
    ].reduce(intersection, undefined),
  // Where more is known, fewer are left, and never others.
  (before, after) => before.size === after.size,
);

/**
 * The JSON types that values of a schema may have, as far as it says: by `type`, by its values, and by what it is composed of.
 * Empty where it leaves that open. That a schema is composed of itself says nothing.
 */
export function typesOf(schema: Schema | undefined, schemas: Schemas): ReadonlySet<TypeName> {
  return allowed(schema, schemas) ?? new Set();
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
