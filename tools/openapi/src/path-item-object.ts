import { fieldsOf, isObject, type JsonObject, objectOrEmpty } from "./json.ts";
import type { Notice } from "./notice.ts";
import { isIgnoredHeader } from "./parameter-object.ts";
import { isReference, normalPointer, pointed, type Referenced, resolve, under } from "./reference-object.ts";

/** OpenAPI 3.1 § 4.8.9, in the specification's order. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

/** All fields of a path item but its reference. */
const fields: ReadonlySet<string> = new Set([...methods, "summary", "description", "servers", "parameters"]);

/** An operation where it is written. */
export interface WrittenOperation {
  readonly method: Method;
  readonly pointer: string;
  readonly operation: JsonObject;
}

export function operationsIn({ item, pointerTo }: ResolvedPathItem): WrittenOperation[] {
  return methods.flatMap((method) => {
    const operation = item[method];
    return isObject(operation) ? [{ method, pointer: pointerTo(method), operation }] : [];
  });
}

/** What is lost of a path item. */
export function pathItemNotices({ item, pointerTo }: ResolvedPathItem): Notice[] {
  const unknown = fieldsOf(item).filter(([field]) => !fields.has(field));
  return unknown.map(([field]) => ({
    message: `\`${field}\` is no field of a path item; it is left out.`,
    pointer: pointerTo(field),
  }));
}

/**
 * The parameters of an operation, in its path item's order, then its own: one of its own takes the place of the path item's
 * with the same name and place (OpenAPI 3.1 § 4.8.10). References stay; headers that are ignored are gone.
 */
export function effectiveParameters<T extends Referenced<JsonObject>>(
  document: object,
  ofPathItem: readonly T[],
  ofOperation: readonly T[],
): T[] {
  const effective = new Map<string, T>();
  for (const reference of [...ofPathItem, ...ofOperation]) {
    const { in: place, name } = resolve<JsonObject>(document, reference);
    const isHeader = place === "header";
    if (isHeader && isIgnoredHeader(String(name))) continue;
    effective.set(`${place} ${isHeader ? String(name).toLowerCase() : name}`, reference);
  }
  return [...effective.values()];
}

/** A path item with all that it refers to. */
export interface ResolvedPathItem {
  readonly item: JsonObject;
  /** Where it is written, or what it refers to. */
  readonly pointer: string;
  /** Where a field of it is written. */
  readonly pointerTo: (field: string) => string;
}

/**
 * Follows the reference of a path item. What stands beside it is its own (OpenAPI 3.1 § 4.8.9.1 leaves open what is meant where
 * both have it).
 *
 * @throws {ReferenceObjectError} as `resolve` does.
 */
export function resolvePathItem(document: object, reference: JsonObject, pointer: string): ResolvedPathItem {
  if (!isReference(reference)) {
    return { item: reference, pointer, pointerTo: (field) => under(pointer, field) };
  }
  const { $ref, ...own } = reference;
  // It refuses one that leads to no object, or in a circle.
  resolve(document, { $ref });
  const target = resolvePathItem(document, objectOrEmpty(pointed(document, $ref)), normalPointer($ref));
  return {
    item: { ...target.item, ...own },
    pointer: target.pointer,
    pointerTo: (field) => (Object.hasOwn(own, field) ? under(pointer, field) : target.pointerTo(field)),
  };
}
