import { isJsonObject, type JsonObject } from "./json-object.ts";

/** Follows `$ref` until there is none left (OpenAPI 3.1 § 4.8.23). */
export function resolve(document: JsonObject, value: unknown): unknown {
  let current = value;
  const followed = new Set<string>();
  while (isJsonObject(current) && typeof current["$ref"] === "string") {
    const reference = current["$ref"];
    if (followed.has(reference)) {
      throw new Error(`The description has a reference that leads back to itself: ${reference}`);
    }
    followed.add(reference);
    current = lookUp(document, reference);
  }
  return current;
}

/** What a JSON Pointer in a fragment (RFC 6901 § 6) points to. */
export function lookUp(document: JsonObject, reference: string): unknown {
  if (reference !== "#" && !reference.startsWith("#/")) {
    throw new Error(
      `The description refers to ${reference}, outside itself: bundle it into one document first`,
    );
  }
  let current: unknown = document;
  for (const step of reference.split("/").slice(1)) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    const holder: unknown = current;
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) {
      throw new Error(`The description refers to ${reference}, which it does not have`);
    }
    current = Reflect.get(holder, key);
  }
  return current;
}

// What stands below these is data of the API, in which a `$ref` is a property like any other.
const DATA = new Set(["example", "value", "const", "enum"]);

/** @throws Error when a reference anywhere in the document leads nowhere. */
export function checkReferences(document: JsonObject): void {
  const check = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(check);
    if (!isJsonObject(value)) return;
    if (typeof value["$ref"] === "string") lookUp(document, value["$ref"]);
    for (const [key, inner] of Object.entries(value)) {
      if (!DATA.has(key)) check(inner);
    }
  };
  check(document);
}
