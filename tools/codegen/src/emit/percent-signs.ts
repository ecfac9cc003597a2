/** A noncharacter of Unicode (§ 23.7), which no description has. */
const standIn = "\uFDD5";

/**
 * The same with another sign for each `%` in a name. openapi-typescript makes JSON Pointers of names, reads them as
 * parts of a URI, and fails where a percent sign is no escape.
 */
export function withoutPercentSigns<T>(node: T): T {
  // Every object is what it was but for names.
  return replace(node) as T;
}

/** What has been printed of that, with the percent signs. */
export function withPercentSigns(text: string): string {
  return text.replaceAll(standIn, "%").replaceAll("\\uFDD5", "%");
}

function replace(node: unknown, isMapping = false): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    const items = node.map((item) => replace(item));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  let isSame = true;
  const isParameter = "in" in node;
  const entries = Object.entries(node).map(([key, value]) => {
    const name = key.replaceAll("%", standIn);
    let replaced = replace(value, key === "mapping");
    if (typeof value === "string") {
      if (isMapping || key === "$ref") replaced = value.replaceAll("%25", standIn);
      else if (isParameter && key === "name") replaced = value.replaceAll("%", standIn);
    }
    if (name !== key || replaced !== value) isSame = false;
    return [name, replaced] as const;
  });
  return isSame ? node : Object.fromEntries(entries);
}
