/** A JSON object that repairs may change. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes out of a list what has been left out of it: undefined, which nothing that was written is. */
export function compact(list: unknown[]): void {
  let kept = 0;
  for (const item of list) {
    if (item === undefined) continue;
    list[kept] = item;
    kept++;
  }
  list.length = kept;
}

/** What a value is called in a message. */
export function called(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return value === "" ? "an empty text" : shortened(value);
  return String(value);
}

/** Enough of a text to find it by. */
function shortened(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
