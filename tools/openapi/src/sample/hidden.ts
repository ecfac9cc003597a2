import { type Direction, isHidden } from "../schema-object/direction.ts";
import type { Schema, Schemas } from "../schema-object.ts";
import { aboutItem, aboutProperty, alternatives } from "./subschemas.ts";

/**
 * A documented value without the properties that are not in a message of this direction.
 *
 * @param about What the value is documented for.
 */
export function withoutHidden(
  value: unknown,
  about: readonly Schema[],
  direction: Direction,
  schemas: Schemas,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  const parts = alternatives(about, schemas);
  const within = (child: unknown, about: readonly Schema[]) =>
    withoutHidden(child, about, direction, schemas);
  if (Array.isArray(value)) return value.map((item, index) => within(item, aboutItem(parts, index)));
  const entries = Object.entries(value).flatMap(([name, property]) => {
    const about = aboutProperty(parts, name);
    const isLeftOut = about.some((schema) => isHidden(schema, direction, schemas));
    return isLeftOut ? [] : [[name, within(property, about)]];
  });
  return Object.fromEntries(entries);
}
