import { isObject, type JsonObject, listOrEmpty } from "./json.ts";
import { isIgnoredHeader } from "./parameter-object.ts";
import { isReference, pointerKey, resolve } from "./reference-object.ts";

/** OpenAPI 3.1 § 4.8.9, in the specification's order. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

/** An operation where it is written. */
export interface WrittenOperation {
  readonly method: Method;
  readonly pointer: string;
  readonly operation: JsonObject;
}

/** @param pointer Where the path item is written. */
export function operationsIn(item: JsonObject, pointer: string): WrittenOperation[] {
  return methods.flatMap((method) => {
    const operation = item[method];
    return isObject(operation) ? [{ method, pointer: `${pointer}/${method}`, operation }] : [];
  });
}

/**
 * The parameters of an operation, in its path item's order, then its own: one of its own takes the place of the path item's
 * with the same name and place (OpenAPI 3.1 § 4.8.10). References stay; headers that are ignored are gone.
 */
export function effectiveParameters(
  document: object,
  ofPathItem: unknown,
  ofOperation: unknown,
): JsonObject[] {
  const effective = new Map<string, JsonObject>();
  for (const reference of [...listOrEmpty(ofPathItem), ...listOrEmpty(ofOperation)].filter(isObject)) {
    const { in: place, name } = resolve<JsonObject>(document, reference);
    const isHeader = place === "header";
    if (isHeader && isIgnoredHeader(String(name))) continue;
    effective.set(`${place} ${isHeader ? String(name).toLowerCase() : name}`, reference);
  }
  return [...effective.values()];
}

/**
 * A path item and where it is written. What stands beside its reference is its own (OpenAPI 3.1 § 4.8.9 leaves open what is
 * meant where both have it).
 */
export function resolvePathItem(document: object, reference: JsonObject, pointer: string) {
  if (!isReference(reference)) return { item: reference, pointer };
  const { $ref, ...own } = reference;
  const item = resolve<JsonObject>(document, { $ref });
  return { item: { ...item, ...own }, pointer: $ref };
}

/** The pointer to what stands under a key. */
export function under(pointer: string, key: string | number): string {
  return `${pointer}/${pointerKey(key)}`;
}
