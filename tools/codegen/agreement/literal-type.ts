/**
 * The type that has this JSON value and no other. A value that is declared with it, not written, may have properties that its
 * type does not list, as JSON may.
 */
export function literalType(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).map(
    ([key, child]) => `${JSON.stringify(key)}: ${literalType(child)}`,
  );
  return `{ ${properties.join("; ")} }`;
}
