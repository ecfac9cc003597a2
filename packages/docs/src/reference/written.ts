import { isObject, type JsonObject } from "@visitors-api/openapi";

/** An object of the description as its author wrote it, for what no program needs of it; an empty one in its place. */
export function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return isObject(value) ? value : {};
}

/** A text of the description as its author wrote it, or an empty one in its place. */
export function textAt(parent: JsonObject, name: string): string {
  const value = parent[name];
  return typeof value === "string" ? value : "";
}
