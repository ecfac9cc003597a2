import { isObject, type JsonObject, objectOrEmpty } from "./json.ts";

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
  const path = pointer.replace(/^#/, "");
  if (path === "") return [];
  const parts = path.replace(/^\//, "").split("/");
  return isEscaped(path) ? parts.map(keyOf) : parts;
}

function isEscaped(text: string): boolean {
  return text.includes("%") || text.includes("~");
}

function keyOf(part: string): string {
  return isEscaped(part) ? percentDecoded(part).replaceAll("~1", "/").replaceAll("~0", "~") : part;
}

/** A key as a part of a JSON Pointer in a URI fragment (RFC 6901 § 3 and § 6). */
export function pointerKey(key: string | number): string {
  const text = String(key);
  if (!/[~/%]/.test(text)) return text;
  return text.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}

/** The pointer to what stands under a key. */
export function under(pointer: string, key: string | number): string {
  return `${pointer}/${pointerKey(key)}`;
}

/** A pointer as `under` writes it: what is written in several ways is told to be the same. */
export function normalPointer(pointer: string): string {
  return pointerKeys(pointer).reduce(under, "#");
}

/**
 * The object that a reference leads to, through all that it passes on the way. What a reference says of it takes the place of
 * what it says of itself.
 *
 * @throws {ReferenceObjectError} when it leads to nothing or no object, back to itself, or out of the document.
 */
export function resolve<T extends object>(document: object, node: Referenced<T>): T {
  let current: unknown = node;
  let said: JsonObject = {};
  const followed = new Set<string>();
  while (isReference(current)) {
    const { $ref } = current;
    if (followed.has($ref)) throw new ReferenceObjectError(`The reference ${$ref} leads back to itself`);
    followed.add($ref);
    if ("summary" in current || "description" in current) said = { ...saidBeside(current), ...said };
    current = pointed(document, $ref, followed);
    if (!isObject(current))
      throw new ReferenceObjectError(`The reference ${$ref} leads to what is no object`);
  }
  // That a reference leads to the kind of object that its place asks for is what the description's linter checks.
  return (Object.keys(said).length > 0 ? { ...(current as T), ...said } : current) as T;
}

/** OpenAPI 3.1 § 4.8.23.1: what may stand beside a reference. In 3.0 there is nothing. */
export function saidBeside(reference: object): JsonObject {
  const { summary, description } = objectOrEmpty(reference);
  return {
    ...(typeof summary === "string" && { summary }),
    ...(typeof description === "string" && { description }),
  };
}

/**
 * What a reference points to, which may be a reference itself. Where the way leads through one, it goes on behind it.
 *
 * @throws {ReferenceObjectError} as `resolve` does.
 */
export function pointed(document: object, $ref: string, followed: ReadonlySet<string> = new Set()): unknown {
  if ($ref !== "#" && !$ref.startsWith("#/")) {
    throw new ReferenceObjectError(outside($ref));
  }
  let current: unknown = document;
  for (const key of pointerKeys($ref)) {
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
  const rest = $ref.slice(componentSchemas.length);
  return rest.includes("/") ? undefined : keyOf(rest);
}

/** The reference to a component schema. */
export function schemaReference(name: string): string {
  return componentSchemas + pointerKey(name);
}

/** Whether a pointer can go on by a key: that of an object, or the index of a list. */
export function hasMember(node: unknown, key: string): node is JsonObject {
  return typeof node === "object" && node !== null && Object.hasOwn(node, key);
}

function outside($ref: string): string {
  if ($ref === "") return "The description has a $ref that is empty: write where it leads";
  if ($ref.startsWith("#")) {
    return `The description refers to ${$ref}, which is an anchor: write where that is, as in "#/components/schemas/Name"`;
  }
  return `The description refers to ${$ref}, outside of itself: bundle it into one document first`;
}

/** RFC 3986 § 2.1, for a reader that takes what is not encoded rightly as it stands. */
export function percentDecoded(part: string): string {
  return part.replaceAll(/(%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
