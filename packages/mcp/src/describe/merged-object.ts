import {
  allParts,
  type Direction,
  discriminatorOf,
  isHidden,
  type Schema,
  type Schemas,
  tagsOf,
} from "@visitors-api/openapi";

/** The objects of all alternatives of a schema, as one object. */
export interface MergedObject {
  /** The schemas that each property has, in any of the alternatives. */
  readonly properties: ReadonlyMap<string, readonly Schema[]>;
  /** What every alternative requires. */
  readonly required: ReadonlySet<string>;
  /** Of each set of alternatives, what each of them requires besides; none where one of them requires nothing. */
  readonly choices: readonly Choice[];
}

/** What each alternative of a set requires that not all of them do. */
export type Choice = readonly (readonly Need[])[];

/** A property that an alternative requires, with its value where that is what tells the alternatives apart. */
export interface Need {
  readonly name: string;
  readonly value: unknown;
}

/** What has been merged: a schema is told of wherever it is referred to, and in more and less detail until it fits. */
const known = new WeakMap<Schemas, Record<Direction, Map<Schema | undefined, MergedObject>>>();

/**
 * Merges the alternatives of a schema: what may be in one of them may be given, and what is required by all of them has to be. That
 * is more than the schema allows; its validator decides.
 *
 * @param direction Leaves out what is `readOnly` of a request, and what is `writeOnly` of a response.
 */
export function mergedObject(
  schema: Schema | undefined,
  schemas: Schemas,
  direction: Direction,
): MergedObject {
  const merged = known.get(schemas) ?? { request: new Map(), response: new Map() };
  known.set(schemas, merged);
  const object = merged[direction].get(schema) ?? merge(schema, schemas, direction, new Set());
  merged[direction].set(schema, object);
  return object;
}

/** @param opened The schemas whose alternatives have been looked at: where unions are made of each other, once is enough. */
function merge(
  schema: Schema | undefined,
  schemas: Schemas,
  direction: Direction,
  opened: Set<Schema>,
): MergedObject {
  const properties = new Map<string, Schema[]>();
  const required = new Set<string>();
  const choices: Choice[] = [];
  const hidden = new Set<string>();
  const add = (name: string, declared: Schema): void => {
    if (isHidden(declared, direction, schemas)) hidden.add(name);
    else if (!properties.get(name)?.includes(declared)) {
      properties.set(name, [...(properties.get(name) ?? []), declared]);
    }
  };

  for (const part of allParts(schema, schemas)) {
    for (const [name, declared] of Object.entries(part.properties ?? {})) add(name, declared);
    for (const name of part.required ?? []) required.add(name);
    if (opened.has(part)) continue;
    opened.add(part);
    const discriminator = discriminatorOf(part, schemas);
    for (const alternatives of [part.anyOf, part.oneOf]) {
      const merged = (alternatives ?? [])
        .filter((one) => typeof one !== "object" || one.type !== "null")
        .map((one) => {
          const object = merge(one, schemas, direction, opened);
          return tagged(object, tagsOf(discriminator, one, schemas));
        });
      const [first] = merged;
      if (first === undefined) continue;
      for (const one of merged) {
        for (const [name, all] of one.properties) for (const declared of all) add(name, declared);
      }
      for (const name of first.required) {
        if (merged.every((one) => one.required.has(name))) required.add(name);
      }
      if (merged.length === 1) choices.push(...first.choices);
      else choices.push(...choiceOf(merged));
    }
  }
  // What only the other direction has is required there alone (OpenAPI 3.1 § 4.8.24).
  for (const name of hidden) if (!properties.has(name)) required.delete(name);
  return { properties, required, choices };
}

/** The alternative with what its union's discriminator says of it (OpenAPI 3.1 § 4.8.25). */
function tagged(object: MergedObject, tags: ReturnType<typeof tagsOf>): MergedObject {
  if (tags === undefined) return object;
  const { propertyName, values } = tags;
  return {
    ...object,
    properties: new Map([...object.properties, [propertyName, [{ enum: values }]]]),
    required: new Set([propertyName, ...object.required]),
  };
}

function choiceOf(alternatives: readonly MergedObject[]): Choice[] {
  const needs = alternatives.map(({ required, properties }) =>
    [...required].flatMap((name): Need[] => {
      if (!alternatives.every((one) => one.required.has(name))) return [{ name, value: undefined }];
      const values = alternatives.map((one) => onlyValue(one.properties.get(name)));
      const tells = !values.includes(undefined) && new Set(values).size > 1;
      return tells ? [{ name, value: onlyValue(properties.get(name)) }] : [];
    }),
  );
  return needs.every((list) => list.length > 0) ? [needs] : [];
}

function onlyValue(declared: readonly Schema[] = []): unknown {
  for (const one of declared) {
    if (typeof one !== "object") continue;
    if (one.const !== undefined) return one.const;
    if (one.enum?.length === 1) return one.enum[0];
  }
  return undefined;
}
