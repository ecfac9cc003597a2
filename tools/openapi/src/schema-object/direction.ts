import { schemaName } from "../reference-object.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";
import { target } from "./compose.ts";
import { composed } from "./composed.ts";
import { holding } from "./keywords.ts";

/** Whether a value goes to the API or comes from it. */
export type Direction = "request" | "response";

/**
 * OpenAPI 3.1 § 4.8.24: a `readOnly` property is none of a request, and a `writeOnly` one none of a response. Where it stands does not
 * matter: beside a reference, in what that leads to, in `allOf`, or in all alternatives but null.
 */
export function isHidden(property: Schema, direction: Direction, schemas: Schemas): boolean {
  return hidden[direction](property, schemas) ?? false;
}

const hidden = { request: hiddenBy("readOnly"), response: hiddenBy("writeOnly") };

function hiddenBy(keyword: "readOnly" | "writeOnly") {
  return composed<boolean>(
    (schema, of, schemas) => {
      const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
      const parts = [...($ref === undefined ? [] : [target($ref, schemas)]), ...allOf];
      if (schema[keyword] === true || parts.some((part) => of(part) === true)) return true;
      const alternatives = [...anyOf, ...oneOf].filter(
        (one) => typeof one !== "object" || one.type !== "null",
      );
      return (alternatives.length > 0 && alternatives.every((one) => of(one) === true)) || undefined;
    },
    () => true,
  );
}

/** Whether a schema, or what it refers to, has a property that only one direction has. */
export type IsDirected = (schema: Schema | undefined) => boolean;

/** Finds the schemas that differ between requests and responses. */
export function findDirected(schemas: Schemas): IsDirected {
  const referring = new Map<string, string[]>();
  const directed = new Set<string>();
  for (const [name, component] of Object.entries(schemas)) {
    for (const part of within(component)) {
      if (hasDirection(part, schemas)) directed.add(name);
      const target = part.$ref === undefined ? undefined : schemaName(part.$ref);
      if (target !== undefined) referring.set(target, [...(referring.get(target) ?? []), name]);
    }
  }
  // A set is walked in the order of its insertions, those made meanwhile included.
  for (const found of directed) for (const name of referring.get(found) ?? []) directed.add(name);

  return (schema) =>
    [...within(schema)].some(
      (part) =>
        hasDirection(part, schemas) || (part.$ref !== undefined && directed.has(schemaName(part.$ref) ?? "")),
    );
}

function hasDirection({ properties = {} }: SchemaObject, schemas: Schemas): boolean {
  return Object.values(properties).some(
    (property) => isHidden(property, "request", schemas) || isHidden(property, "response", schemas),
  );
}

/** A schema and all that stand within it; what it refers to is left out. */
export function* within(schema: Schema | undefined): Generator<SchemaObject> {
  // A list of its own in place of the stack, which a schema may be deeper than.
  const waiting = [schema];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object") continue;
    yield next;
    const children = Object.entries(next).flatMap(([keyword, value]) => {
      const kind = holding.get(keyword);
      return kind === undefined ? [] : kind === "one" ? [value] : Object.values<Schema>(value);
    });
    for (const child of children.reverse()) waiting.push(child);
  }
}
