/** ECMAScript 2026, which TypeScript's library does not know yet: JSON text that is written as it is. */
export const exactJson = JSON as typeof JSON & {
  rawJSON?(text: string): object;
  isRawJSON?(value: unknown): boolean;
};

/** A value as it is written: a text as it is, and any other as JSON on one line, which may be broken between its parts. */
export function jsonText(value: unknown): string {
  // A text in JSON has no line break of its own.
  return typeof value === "string" && value !== "" ? value : json(value, 1).replace(/\n */g, " ");
}

/** A value as JSON, integers beyond 2^53 included. */
export function json(value: unknown, indent?: number): string {
  const exact = (_: string, inner: unknown): unknown =>
    typeof inner === "bigint" ? (exactJson.rawJSON?.(String(inner)) ?? Number(inner)) : inner;
  return JSON.stringify(value, exact, indent) ?? String(value);
}
