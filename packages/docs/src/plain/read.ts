import { type Description, isObject, type JsonObject } from "../description.ts";
import { resolvePointer } from "../pointer.ts";

/** The object under a name; an empty one when there is none. */
export function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return isObject(value) ? value : {};
}

/** The objects in the list under a name, and nothing else that stands there. */
export function objectsAt(parent: JsonObject, name: string): JsonObject[] {
  return listAt(parent, name).filter(isObject);
}

export function listAt(parent: JsonObject, name: string): unknown[] {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return Array.isArray(value) ? value : [];
}

/** The text under a name; undefined when there is none or it is blank. */
export function textAt(parent: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/**
 * The object that a Reference Object stands for (OpenAPI 3.1 § 4.8.23): its own summary and description win over those of
 * the object. An object that is no reference is what it is, and a circle of references is an empty object.
 */
export function dereference(root: Description, node: JsonObject): JsonObject {
  const overrides: JsonObject = {};
  const seen = new Set<string>();
  let target: unknown = node;
  while (isObject(target) && typeof target["$ref"] === "string") {
    const reference = target["$ref"];
    if (seen.has(reference)) return overrides;
    seen.add(reference);
    for (const name of ["summary", "description"]) overrides[name] ??= textAt(target, name);
    target = resolvePointer(root, reference);
  }
  const object = isObject(target) ? target : {};
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined);
  return given.length === 0 ? object : { ...object, ...Object.fromEntries(given) };
}

/** The entries of the object under a name, each of them dereferenced. */
export function entriesAt(root: Description, parent: JsonObject, name: string): [string, JsonObject][] {
  return Object.entries(objectAt(parent, name))
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    .map(([key, value]) => [key, dereference(root, value)]);
}

/** Paragraphs of Markdown one after the other, each text once. */
export function joinTexts(...texts: (string | undefined)[]): string | undefined {
  const distinct = new Set(texts.map((text) => text?.trim()).filter((text) => text !== undefined));
  distinct.delete("");
  return distinct.size === 0 ? undefined : [...distinct].join("\n\n");
}
