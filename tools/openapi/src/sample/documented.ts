import { isObject, mapValues } from "../json.ts";
import { allParts } from "../schema-object/compose.ts";
import { isAssertion } from "../schema-object/keywords.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";

/** What a schema, and what it is composed of, has for documented values. */
export interface Documented {
  readonly values: readonly unknown[];
  /** It says nothing of a value, so that what stands beside it is documented for the whole. */
  readonly isSilent: boolean;
}

const composition = /^(allOf|anyOf|oneOf|not|if|then|else)$/;

/**
 * The values that are documented for a schema: its own, or those of the only schema that it is composed of.
 *
 * @param said What those that it is composed of have.
 * @param overlay Takes a schema with what objects that each are documented for a part of it have for examples.
 */
export function documentedAs(
  schema: SchemaObject,
  said: readonly Documented[],
  overlay: (schema: SchemaObject) => void,
): Documented {
  const values = ownValues(schema);
  if (values.length > 0) return { values, isSilent: false };
  const telling = said.filter(({ isSilent }) => !isSilent);
  const isSilent = !Object.keys(schema).some((keyword) => isAssertion(keyword) && !composition.test(keyword));
  if (isSilent && telling.length < 2) return telling[0] ?? { values, isSilent };
  for (const { values } of telling) {
    const object = values.find(isObject);
    if (object) overlay({ properties: mapValues(object, (value) => ({ examples: [value] })) });
  }
  return {
    values: telling.flatMap(({ values }) => values.filter((value) => !isObject(value))),
    isSilent: false,
  };
}

/** `example`, `examples` and `default`; null is a value like any other. */
function ownValues(schema: SchemaObject): unknown[] {
  const { example, examples = [], default: usual } = schema;
  return [example, ...examples, usual].filter((value) => value !== undefined);
}

/** Whether a schema or a property within has an example. */
export function hasExample(schema: Schema, schemas: Schemas, seen: Set<Schema> = new Set()): boolean {
  return allParts(schema, schemas, seen).some(
    ({ example, examples = [], properties = {} }) =>
      example !== undefined ||
      examples.length > 0 ||
      Object.values(properties).some((property) => hasExample(property, schemas, seen)),
  );
}
