import type { Schema } from "../schema-object.ts";
import { target } from "./compose.ts";
import { composed } from "./composed.ts";

/** What a schema says of the properties of an object. */
export interface ObjectShape {
  readonly properties: ReadonlySet<string>;
  /** It says that there may be properties that it does not list. */
  readonly open: boolean;
}

/**
 * The shape of every value of a schema; undefined when a value may be something else than an object. Of schemas that are composed of
 * each other in a circle, each lists what any of them does.
 */
export const objectShape = composed<ObjectShape>(
  (schema, of, schemas) => {
    const { $ref, type, properties = {}, additionalProperties } = schema;
    const types = type === undefined ? [] : [type].flat();
    if (types.some((name) => name !== "object")) return undefined;

    const parts = [...($ref === undefined ? [] : [target($ref, schemas)]), ...(schema.allOf ?? [])].map(of);
    const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((variant) =>
      // One that only says what is required is of the object that it stands in.
      types.length > 0 && isMereRequirement(variant)
        ? { properties: new Set<string>(), open: false }
        : of(variant),
    );
    if (variants.some((variant) => variant === undefined)) return undefined;

    const isObject =
      types.length > 0 || schema.properties !== undefined || additionalProperties !== undefined;
    const shapes = [...parts, ...variants].filter((shape) => shape !== undefined);
    if (!isObject && shapes.length === 0) return undefined;

    const names = new Set(Object.keys(properties));
    for (const shape of shapes) for (const name of shape.properties) names.add(name);
    const allowsMore = additionalProperties !== undefined && additionalProperties !== false;
    return { properties: names, open: allowsMore || shapes.some(({ open }) => open) };
  },
  // Where more is known, there are more properties, and never others.
  (before, after) => before.properties.size === after.properties.size && before.open === after.open,
);

/** A schema that says of an object which properties it has, and nothing else. */
function isMereRequirement(schema: Schema): boolean {
  if (typeof schema !== "object" || schema.required === undefined) return false;
  return Object.keys(schema).every((keyword) => /^(required|type|title|description)$/.test(keyword));
}
