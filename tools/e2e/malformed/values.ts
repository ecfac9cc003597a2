import fc, { type Arbitrary } from "fast-check";
import { dereference } from "../support/description.ts";

type Schema = Readonly<Record<string, unknown>>;

const anyString = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }));

const byType: Readonly<Record<string, Arbitrary<unknown>>> = {
  string: anyString,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  integer: fc.integer(),
  boolean: fc.boolean(),
  null: fc.constant(null),
};

/** Values that a schema of the description allows. */
export function valuesOf(given: object): Arbitrary<unknown> {
  const schema: Schema = dereference(given as Schema);
  const alternatives = schemasIn(schema, "anyOf", "oneOf");
  if (alternatives.length > 0) return fc.oneof(...alternatives.map(valuesOf));
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...schema["enum"]);
  if (schema["const"] !== undefined) return fc.constant(schema["const"]);
  const types = [schema["type"]].flat();
  if (types.includes("object")) return objectsOf(schema);
  if (types.includes("array")) return fc.array(valuesOf((schema["items"] ?? {}) as Schema), { maxLength: 3 });
  const known = types.flatMap((type) => byType[String(type)] ?? []);
  // The example too, since it names what there is.
  const example = schema["example"] === undefined ? [] : [fc.constant(schema["example"])];
  return fc.oneof(...example, ...(known.length > 0 ? known : [anyString]));
}

/** The schemas that a schema has under these keywords, as a list or by name. */
export function schemasIn(schema: Schema, ...keywords: string[]): Schema[] {
  // The linter has seen to it that these keywords hold schemas.
  return keywords.flatMap((keyword) => Object.values((schema[keyword] ?? {}) as Record<string, Schema>));
}

function objectsOf(schema: Schema): Arbitrary<unknown> {
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  const values = Object.fromEntries(properties.map(([name, property]) => [name, valuesOf(property)]));
  const required = (schema["required"] ?? []) as string[];
  const named = fc.record(values, { requiredKeys: required });
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== "object" || additionalProperties === null) return named;
  const others = fc.dictionary(anyString, valuesOf(additionalProperties), { maxKeys: 4 });
  return fc.tuple(named, others).map(([one, other]) => ({ ...other, ...one }));
}
