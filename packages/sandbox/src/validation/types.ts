import * as v from "@visitors-api/client/validation";
import type { JsonObject } from "../description/json-object.ts";
import type { Check } from "./check.ts";

type TypeName = Parameters<typeof v.type>[number];
type Scalar = Parameters<typeof v.values>[number];

const TYPES: readonly string[] = [
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
] satisfies TypeName[];

// What a check says is not to be seen in it; of those that name types alone, this remembers which.
const typesOfCheck = new WeakMap<Check, readonly TypeName[]>();

/** A check that a value is of one of these types. */
export function typeCheck(names: Iterable<TypeName>): Check {
  const unique = [...new Set(names)];
  const check = v.type(...unique);
  typesOfCheck.set(check, unique);
  return check;
}

/** The types that a check allows, if it looks at nothing else. */
export function typesAlone(check: Check): readonly TypeName[] | undefined {
  return typesOfCheck.get(check);
}

/**
 * `type`, `enum` and `const`.
 *
 * @param addsNull OpenAPI 3.0's `nullable`.
 */
export function typeChecks(schema: JsonObject, addsNull: boolean): Check[] {
  const named = [schema["type"]].flat().filter(isTypeName);
  const allowed = [
    ...(Array.isArray(schema["enum"]) ? [schema["enum"]] : []),
    ...(schema["const"] === undefined ? [] : [[schema["const"]]]),
  ];
  const values = allowed.map((list) => (list.every(isScalar) ? v.values(...list) : v.anyValues(...list)));
  // A type that each of the values has says nothing more.
  const isSaid = allowed.some((list) => list.every((value) => named.some((name) => isOfType(value, name))));
  if (isSaid || (named.length === 0 && !addsNull)) return values;
  const type = isFile(schema, addsNull) ? v.binary : typeCheck(addsNull ? [...named, "null"] : named);
  return [type, ...values];
}

/** A string in which bytes travel. */
function isFile(schema: JsonObject, addsNull: boolean): boolean {
  if (schema["type"] !== "string" || addsNull) return false;
  return schema["format"] === "binary" || Boolean(schema["contentMediaType"] && !schema["contentEncoding"]);
}

function isTypeName(name: unknown): name is TypeName {
  return typeof name === "string" && TYPES.includes(name);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== "object" || value === null;
}

function isOfType(value: unknown, name: TypeName): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (value === null) return name === "null";
  return Array.isArray(value) ? name === "array" : typeof value === name;
}
