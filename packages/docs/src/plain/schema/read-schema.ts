import { isDeepStrictEqual } from "node:util";
import { type Description, isObject, type JsonObject } from "../../description.ts";
import { resolvePointer } from "../../pointer.ts";
import { joinTexts, listAt, textAt } from "../read.ts";

/** A schema in the one shape that the walk has to handle. */
export type ReadSchema = {
  /** Without a `$ref` of its own, a `null` among its types, or a composition of one schema only. */
  schema: JsonObject;
  /** Whether null is a value too. */
  nullable: boolean;
  /** The references that led here, in order. */
  references: readonly string[];
  /** The name of the first component on the way. */
  component?: string;
};

/**
 * Follows references and undoes what is written only because a keyword cannot stand beside `$ref` in OpenAPI 3.0
 * (`allOf` with one schema), or because null is a type of its own in JSON Schema (`anyOf` with `{ type: "null" }`).
 */
export function readSchema(root: Description, given: unknown): ReadSchema {
  const references: string[] = [];
  let nullable = false;
  let schema = fromBoolean(given);
  for (let next: Step | undefined = step(schema); next !== undefined; next = step(schema)) {
    nullable ||= next.nullable || schema["nullable"] === true;
    let target = next.target;
    if (typeof target === "string") {
      // A circle of references alone allows everything.
      const circular = references.includes(target);
      references.push(target);
      target = circular ? {} : resolvePointer(root, target);
    }
    schema = withSiblings(fromBoolean(target), next.siblings);
  }
  nullable ||= schema["nullable"] === true || isNull(schema) || types(schema).includes("null");
  const [component] = references.map(nameOf);
  return { schema, nullable, references, ...(component === undefined ? {} : { component }) };
}

/** The types a schema names, as JSON Schema and OpenAPI 3.0 write them. */
export function types(schema: JsonObject): string[] {
  const type = schema["type"];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

type Step = { target: unknown; siblings: JsonObject; nullable: boolean };

/** What a schema leads to, when it is only a way there. */
function step(schema: JsonObject): Step | undefined {
  const { $ref: reference, ...besides } = schema;
  if (typeof reference === "string") return { target: reference, siblings: besides, nullable: false };
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const all = listAt(schema, keyword);
    const rest = keyword === "allOf" ? all : all.filter((option) => !isNull(option));
    if (rest.length !== 1) continue;
    const { [keyword]: _, ...siblings } = schema;
    return { target: rest[0], siblings, nullable: rest.length < all.length };
  }
  return undefined;
}

/** Keywords that say something about a value without allowing or forbidding any (JSON Schema Validation § 9). */
const annotations = new Set([
  ...["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["nullable", "externalDocs", "xml", "$comment"],
]);

/** A schema with what stands beside the reference to it: that wins where both say something about the same. */
function withSiblings(schema: JsonObject, siblings: JsonObject): JsonObject {
  const entries = Object.entries(siblings).filter(([name, value]) => !isDeepStrictEqual(value, schema[name]));
  const isAnnotation = ([name]: [string, unknown]) => annotations.has(name) || name.startsWith("x-");
  const said = Object.fromEntries(entries.filter(isAnnotation));
  const demanded = Object.fromEntries(entries.filter((entry) => !isAnnotation(entry)));
  if (Object.keys(demanded).length > 0) return { ...said, allOf: [schema, demanded] };
  const description = joinTexts(textAt(siblings, "description"), textAt(schema, "description"));
  return { ...schema, ...said, ...(description === undefined ? {} : { description }) };
}

/** JSON Schema § 4.3.2: true allows every value, false none. */
function fromBoolean(schema: unknown): JsonObject {
  if (schema === false) return { not: {} };
  return isObject(schema) ? schema : {};
}

function isNull(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const { type, const: value, enum: values } = schema;
  return isDeepStrictEqual([type].flat(), ["null"]) || value === null || isDeepStrictEqual(values, [null]);
}

function nameOf(reference: string): string {
  const token = reference.slice(reference.lastIndexOf("/") + 1);
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
