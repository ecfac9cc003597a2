import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";
import { target } from "./compose.ts";

/** What is found of a schema by what it says itself, and by what has been found of those that it is composed of. */
export type Rule<T> = (
  schema: SchemaObject,
  of: (part: Schema) => T | undefined,
  schemas: Schemas,
) => T | undefined;

/** By schema; undefined where nothing is known. */
type Found<T> = WeakMap<Schema & object, T | undefined>;

/**
 * Finds out what holds of a schema because of those that it is composed of: what it refers to, `allOf`, `anyOf` and `oneOf`.
 *
 * Each of them is gone through once, after those that it is composed of itself, and for all who ask. Where some are composed of each
 * other in a circle, nothing is known of any at first, and they are gone through until nothing new is found: the fixpoint that is
 * reached from knowing nothing, which is the same wherever one begins.
 *
 * @param rule Where more is known of the parts, it finds more, and nothing else than before.
 * @param isSame Whether nothing new has been found.
 * @returns What gives undefined where nothing is known, as of a schema that is `true` or `false`.
 */
export function composed<T>(
  rule: Rule<T>,
  isSame: (before: T, after: T) => boolean,
): (schema: Schema | undefined, schemas: Schemas) => T | undefined {
  const foundIn = new WeakMap<Schemas, Found<T>>();
  return (schema, schemas) => {
    if (typeof schema !== "object") return undefined;
    let found = foundIn.get(schemas);
    if (found === undefined) {
      found = new WeakMap();
      foundIn.set(schemas, found);
    }
    if (!found.has(schema)) find(schema, schemas, found, rule, isSame);
    return found.get(schema);
  };
}

function find<T>(
  schema: SchemaObject,
  schemas: Schemas,
  found: Found<T>,
  rule: Rule<T>,
  isSame: (before: T, after: T) => boolean,
): void {
  const of = (part: Schema) => (typeof part === "object" ? found.get(part) : undefined);
  // Most are composed of nothing.
  if (partsOf(schema, schemas).length === 0) {
    found.set(schema, rule(schema, of, schemas));
    return;
  }
  const { order, isCircular } = inOrder(schema, schemas, found);
  let isNew: boolean;
  do {
    isNew = false;
    for (const one of order) {
      const before = found.get(one);
      const after = rule(one, of, schemas);
      found.set(one, after);
      isNew ||= before === undefined || after === undefined ? before !== after : !isSame(before, after);
    }
  } while (isNew && isCircular);
}

/** The schemas that one is composed of and nothing has been found of yet, each after its own parts. */
function inOrder(
  schema: SchemaObject,
  schemas: Schemas,
  found: Found<unknown>,
): { order: SchemaObject[]; isCircular: boolean } {
  const order: SchemaObject[] = [];
  let isCircular = false;
  const states = new Map<SchemaObject, "begun" | "done">();
  // A list of its own in place of the stack, which a chain of references may be longer than.
  const waiting = [schema];
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const state = states.get(next);
    if (state === undefined) {
      states.set(next, "begun");
      for (const part of partsOf(next, schemas)) {
        if (states.get(part) === "begun") isCircular = true;
        if (!states.has(part) && !found.has(part)) waiting.push(part);
      }
      continue;
    }
    waiting.pop();
    if (state === "done") continue;
    states.set(next, "done");
    order.push(next);
  }
  return { order, isCircular };
}

function partsOf(
  { $ref, allOf = [], anyOf = [], oneOf = [] }: SchemaObject,
  schemas: Schemas,
): SchemaObject[] {
  const parts = [...($ref === undefined ? [] : [target($ref, schemas)]), ...allOf, ...anyOf, ...oneOf];
  return parts.filter((part) => typeof part === "object");
}
