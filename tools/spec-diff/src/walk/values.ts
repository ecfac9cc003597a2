import type { OpenApiObject } from "../read/openapi-document.ts";
import type { Spot } from "./findings.ts";
import { keysBeside, targetIfAny } from "./reference-object.ts";

/** The spot of what an object holds under a key. */
export function spotOf(owner: object, key: string | number): Spot {
  const value: unknown = Reflect.get(owner, key);
  return typeof value === "object" && value !== null ? { node: value } : { node: owner, key };
}

/**
 * A text that is the same for values that say the same: in whatever order they name their properties, and whether they
 * hold something or refer to it. What leads back to itself stays a reference.
 */
export function canonical(document: OpenApiObject, value: unknown): string {
  const around = new Set<unknown>();
  const write = (node: unknown): unknown => {
    if (typeof node !== "object" || node === null) return node;
    if (Array.isArray(node)) return node.map(write);
    around.add(node);
    const target = targetIfAny(document, node);
    const written = target === undefined ? writeFields(node, Object.keys(node)) : writeTarget(node, target);
    around.delete(node);
    return written;
  };
  const writeTarget = (reference: object, target: unknown): unknown => {
    if (around.has(target)) return reference;
    const beside = keysBeside(document, reference);
    return beside.length === 0 ? write(target) : { $ref: write(target), ...writeFields(reference, beside) };
  };
  const writeFields = (node: object, keys: readonly string[]) => {
    const said = keys.filter((key) => !key.startsWith("x-")).sort();
    return Object.fromEntries(said.map((key) => [key, write(Reflect.get(node, key))]));
  };
  return JSON.stringify(write(value)) ?? "undefined";
}

/** A value as a reader would write it. */
export function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

/** Items of two lists that have the same key, and those that only one list has. */
export function pairs<B, A>(
  before: ReadonlyMap<string, B>,
  after: ReadonlyMap<string, A>,
): { readonly key: string; readonly before: B | undefined; readonly after: A | undefined }[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].map((key) => ({ key, before: before.get(key), after: after.get(key) }));
}

/** "a", "a or b", "a, b or c". */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
