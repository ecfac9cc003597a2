import { isObject, type JsonObject } from "@visitors-api/openapi";

/** Stands for a percent sign in a key. It is no identifier, so that the key stays in quotation marks. */
const sign = "-percent-sign-";

/**
 * openapi-typescript makes a JSON Pointer of each key, and of each parameter's name, and decodes it as part of a URI, which ends in a URIError where a key has
 * a percent sign. It is given keys without, and what it makes of them is given theirs back.
 */
export function withoutPercentSigns<T>(document: T): {
  readonly document: T;
  readonly restore: (text: string) => string;
} {
  if (!hasPercentSign(document)) return { document, restore: (text) => text };
  // Only keys and references have changed.
  return { document: replaced(document) as T, restore: (text) => text.replaceAll(sign, "%") };
}

function hasPercentSign(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasPercentSign);
  if (!isObject(node)) return false;
  if (isParameter(node) && node.name.includes("%")) return true;
  return Object.entries(node).some(([key, child]) => key.includes("%") || hasPercentSign(child));
}

function replaced(node: unknown, key = ""): unknown {
  if (Array.isArray(node)) {
    const isNames = key === "required";
    return node.map((item) =>
      isNames && typeof item === "string" ? item.replaceAll("%", sign) : replaced(item),
    );
  }
  if (key === "$ref" && typeof node === "string") return node.replaceAll("%25", sign);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, child]) => [
    key.replaceAll("%", sign),
    replaced(child, key),
  ]);
  const name = isParameter(node) && { name: node.name.replaceAll("%", sign) };
  return { ...Object.fromEntries(entries), ...name };
}

function isParameter(node: JsonObject): node is JsonObject & { readonly name: string } {
  return typeof node["in"] === "string" && typeof node["name"] === "string";
}
