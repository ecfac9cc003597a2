import { isOfType } from "@visitors-api/openapi";
import type { ToolSchema } from "../api.ts";

/** A value as its schema says, and where it was not. */
export interface Conforming {
  readonly value: unknown;
  readonly left: readonly string[];
}

/**
 * A value without what its schema does not allow: clients refuse a whole result for a null that the description does not know of. The
 * schemas of answers say of which types things are, and nothing else.
 */
export function conforming(value: unknown, schema: ToolSchema): Conforming {
  const left: string[] = [];
  return { value: fitted(value, schema, "", left), left };
}

/** Undefined for what is of another type than the schema says. */
function fitted(value: unknown, schema: ToolSchema, path: string, left: string[]): unknown {
  const { type, properties = {}, additionalProperties, items } = schema;
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name))) {
    left.push(path);
    return undefined;
  }
  if (Array.isArray(value)) {
    if (items === undefined) return value;
    const kept = value.map((item) => fitted(item, items, path, left));
    return kept.every((item, index) => item !== undefined || value[index] === undefined) ? kept : undefined;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties || undefined;
      const kept = own === undefined ? one : fitted(one, own, path === "" ? name : `${path}.${name}`, left);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}
