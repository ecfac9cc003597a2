/** A JSON object whose properties are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells a JSON object from every other value. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one in its place: most fields of a description are optional. */
export function objectOrEmpty(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The list itself, or an empty one in its place. */
export function listOrEmpty(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text itself, or an empty one in its place. YAML takes an unquoted `1.5` for a number. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The entries of a map of a description, whose keys are names that somebody chose, `x-api-key` among them. */
export function entriesOf(map: unknown): [name: string, value: unknown][] {
  return Object.entries(objectOrEmpty(map));
}

/** A map with the same keys, and what becomes of each value. */
export function mapValues<T, U>(
  map: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** The fields of an object of a description, without its extensions (OpenAPI 3.1 § 4.9). */
export function fieldsOf(object: unknown): [field: string, value: unknown][] {
  return entriesOf(object).filter(([field]) => !field.startsWith("x-"));
}
