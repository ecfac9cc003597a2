import { closest } from "../closest.ts";
import { called, isObject, type JsonObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

const types = ["object", "array", "string", "number", "integer", "boolean"];

/** JSON Schema 2020-12, Validation § 6.1.1: `type` is one of seven names or, from OpenAPI 3.1 on, a list of them. */
export function schemaTypes({ node }: Visit, context: Context): undefined {
  const { type } = node;
  if (type === undefined) return;
  if (!Array.isArray(type)) {
    setOrRemove(node, "type", knownType(node, "type", context));
    return;
  }
  if (context.version === "3.0") {
    context.findings.mistake({
      at: { node, key: "type" },
      what: "A schema has one type in OpenAPI 3.0, and this is a list.",
      advice: "Write `nullable: true` beside the other type for null, and `anyOf` for several types.",
      reading: "It is taken for any of these.",
    });
  }
  const known = type.map((_, index) => knownType(type, index, context)).filter((name) => name !== undefined);
  setOrRemove(node, "type", known.length > 0 ? known : undefined);
}

function knownType(holder: object, key: string | number, { version, findings }: Context): unknown {
  // A list has numbers for keys, and an object has names.
  const name = (holder as Record<string | number, unknown>)[key];
  const names = version === "3.1" || Array.isArray(holder) ? [...types, "null"] : types;
  if (typeof name === "string" && names.includes(name)) return name;
  const near = typeof name === "string" ? closest(name, names) : name === null ? "null" : undefined;
  findings.mistake({
    at: { node: holder, key },
    what: `\`type\` is one of ${names.map((one) => `"${one}"`).join(", ")}, and this is ${called(name)}.`,
    advice:
      near === undefined ? "Write one of them, or leave it out for any type." : `Did you mean "${near}"?`,
    reading: near === undefined ? "Any type is taken." : `It is taken for "${near}".`,
  });
  return near;
}

/**
 * OpenAPI 3.1 § 4.8.24 and 3.0 § 4.7.24: `items` is one schema. The older drafts of JSON Schema have a list, for a
 * tuple.
 */
export function tupleItems({ node }: Visit, { version, findings }: Context): undefined {
  const { items, prefixItems } = node;
  if (!Array.isArray(items)) return;
  findings.mistake({
    at: { node, key: "items" },
    what: "`items` must be one schema, and this is a list.",
    advice:
      version === "3.1"
        ? "Write the schemas of a tuple's items under `prefixItems`."
        : "OpenAPI 3.0 has no tuples: write a schema that all items follow, such as an `anyOf`.",
    reading: "It is taken for `prefixItems`.",
  });
  delete node["items"];
  if (prefixItems === undefined) node["prefixItems"] = items;
}

/**
 * JSON Schema 2020-12, Validation § 9.5: `examples` is a list of values. Elsewhere in OpenAPI it is an object with
 * names for them.
 */
export function schemaExamples({ node }: Visit, { version, findings }: Context): undefined {
  const { examples } = node;
  if (!isObject(examples)) return;
  const values = Object.values(examples).map((example) =>
    isObject(example) && Object.hasOwn(example, "value") ? example["value"] : example,
  );
  if (version === "3.1") {
    findings.mistake({
      at: { node, key: "examples" },
      what: "`examples` of a schema must be a list of values, and this is an object.",
      advice: "Write the values themselves, as in `examples: [5, 7]`.",
      reading: "The values in it are taken.",
    });
  }
  node["examples"] = values;
}

/** OpenAPI 3.0 § 4.7.24.1: `nullable` is no keyword of JSON Schema, and OpenAPI 3.1 has it no more. */
export function nullable({ node }: Visit, { version, findings }: Context): undefined {
  if (version !== "3.1" || node["nullable"] !== true) return;
  findings.oddity(
    { node, key: "nullable", isKey: true },
    "OpenAPI 3.1 does not know `nullable`, and it is ignored. " +
      'Write `type: [string, "null"]`, or whichever types there are.',
  );
}

function setOrRemove(node: JsonObject, key: string, value: unknown): void {
  if (value === undefined) delete node[key];
  else node[key] = value;
}
