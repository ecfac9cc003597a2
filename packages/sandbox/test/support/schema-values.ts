import { isObject, type JsonObject, pointed } from "@visitors-api/openapi";
import fc from "fast-check";

/** Values that are about what a schema is about: some that it allows, some nearly so, some of any kind. */
export function valuesAround(document: JsonObject, schema: unknown): fc.Arbitrary<unknown> {
  const { described } = fc.letrec<{ described: unknown }>(() => ({ described: valuesOf(document, schema) }));
  return fc.oneof({ weight: 4, arbitrary: described }, { weight: 1, arbitrary: fc.jsonValue() });
}

function valuesOf(document: JsonObject, schema: unknown): fc.Arbitrary<unknown> {
  if (!isObject(schema)) return fc.jsonValue({ maxDepth: 2 });
  if (typeof schema["$ref"] === "string") return valuesOf(document, pointed(document, schema["$ref"]));
  const { enum: choices, anyOf, properties, required, items, additionalProperties } = schema;
  if (schema["const"] !== undefined) return often(fc.constant(schema["const"]));
  if (Array.isArray(choices)) return often(fc.constantFrom(...choices));
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((part) => valuesOf(document, part)));
  const types = [schema["type"]].flat();
  return often(fc.oneof(...types.map((type) => valuesOfType(type))));

  function valuesOfType(type: unknown): fc.Arbitrary<unknown> {
    switch (type) {
      case "object": {
        const entries = Object.entries(isObject(properties) ? properties : {});
        const parts = Object.fromEntries(
          entries.map(([name, property]) => [name, valuesOf(document, property)]),
        );
        const requiredKeys = Array.isArray(required) ? required.map(String) : [];
        const described = fc.oneof(
          { weight: 5, arbitrary: fc.record(parts, { requiredKeys }) },
          { weight: 1, arbitrary: fc.record(parts, { requiredKeys: [] }) },
        );
        const others = fc.dictionary(fc.string(), often(valuesOf(document, additionalProperties)), {
          maxKeys: 2,
        });
        return fc.tuple(others, described).map(([other, known]) => ({ ...other, ...known }));
      }
      case "array":
        return fc.array(valuesOf(document, items), { maxLength: 3 });
      case "string":
        return fc.string();
      case "integer":
        return fc.integer();
      case "number":
        return fc.double({ noNaN: true });
      case "boolean":
        return fc.boolean();
      default:
        return fc.constant(null);
    }
  }
}

/** Mostly what is meant, so that a value of many parts has only few that are wrong. */
function often(meant: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: meant }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) });
}
