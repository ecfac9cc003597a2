/** Whether a text can be reached from a value: through properties of every kind, headers, causes and collections. */
export function reveals(value: unknown, text: string, seen = new Set<unknown>()): boolean {
  if (typeof value === "string") return value.includes(text);
  if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value)) {
    return false;
  }
  seen.add(value);
  const parts = Reflect.ownKeys(value).flatMap((key): unknown[] => [
    key,
    Object.getOwnPropertyDescriptor(value, key)?.value,
  ]);
  const members =
    value instanceof Headers || value instanceof Map || value instanceof Set ? [...value.entries()] : [];
  return [...parts, ...members].some((part) => reveals(part, text, seen));
}
