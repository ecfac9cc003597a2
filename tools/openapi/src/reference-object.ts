import { isObject, type JsonObject } from "./json.ts";

/** OpenAPI 3.1 § 4.8.23: stands in the place of what it leads to. */
export interface ReferenceObject {
  readonly $ref: string;
}

export type Referenced<T> = T | ReferenceObject;

/** A reference leads to nothing, back to itself, or out of the document. */
export class ReferenceObjectError extends Error {
  override readonly name = "ReferenceObjectError";
}

export function isReference(node: unknown): node is ReferenceObject {
  return isObject(node) && typeof node["$ref"] === "string";
}

/** The keys that a JSON Pointer in a URI fragment goes through (RFC 6901 § 6). A percent sign that escapes nothing is itself. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .map((part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A key as a part of a JSON Pointer in a URI fragment (RFC 6901 § 3 and § 6). */
export function pointerKey(key: string | number): string {
  return String(key).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}

/**
 * The node that a reference leads to, through all that it passes on the way.
 *
 * @throws {ReferenceObjectError} when it leads to nothing, back to itself, or out of the document.
 */
export function resolve<T extends object>(document: object, node: Referenced<T>): T {
  let current: unknown = node;
  const followed = new Set<string>();
  while (isReference(current)) {
    const { $ref } = current;
    if (followed.has($ref)) throw new ReferenceObjectError(`The reference ${$ref} leads back to itself`);
    followed.add($ref);
    current = pointed(document, $ref, followed);
  }
  // That a reference leads to the kind of object that its place asks for is what the description's linter checks.
  return current as T;
}

/**
 * What a reference points to, which may be a reference itself. Where the way leads through one, it goes on behind it.
 *
 * @throws {ReferenceObjectError} as `resolve` does.
 */
export function pointed(document: object, $ref: string, followed: ReadonlySet<string> = new Set()): unknown {
  if ($ref !== "#" && !$ref.startsWith("#/")) {
    throw new ReferenceObjectError(
      `The description refers to ${$ref}, outside of itself: bundle it into one document first`,
    );
  }
  let current: unknown = document;
  for (const key of $ref === "#" ? [] : pointerKeys($ref)) {
    let holder = current;
    if (!hasMember(holder, key) && isReference(holder) && !followed.has(holder.$ref)) {
      holder = pointed(document, holder.$ref, new Set([...followed, holder.$ref]));
    }
    if (!hasMember(holder, key)) {
      throw new ReferenceObjectError(`The description refers to ${$ref}, which it does not have`);
    }
    current = holder[key];
  }
  return current;
}

const componentSchemas = "#/components/schemas/";

/** The name of the component schema that a reference leads to; undefined where it leads elsewhere or further. */
export function schemaName($ref: string): string | undefined {
  if (!$ref.startsWith(componentSchemas)) return undefined;
  const keys = pointerKeys($ref);
  return keys.length === 3 ? keys[2] : undefined;
}

/** The reference to a component schema. */
export function schemaReference(name: string): string {
  return componentSchemas + pointerKey(name);
}

function hasMember(node: unknown, key: string): node is JsonObject {
  return typeof node === "object" && node !== null && Object.hasOwn(node, key);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
