import type { TypeName } from "@visitors-api/openapi";

/**
 * What a text can be read as, of the types that are allowed, the likeliest first: it stays text wherever that is allowed. A text
 * that is of none of them is itself, for whoever checks it to say so.
 *
 * @param types None at all: any.
 */
export function scalarReadings(text: string, types: ReadonlySet<TypeName>): unknown[] {
  const readings: unknown[] = [];
  if (types.size === 0 || types.has("string")) readings.push(text);
  if ((types.has("number") || types.has("integer")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
    readings.push(Number(text));
  }
  if (types.has("boolean") && (text === "true" || text === "false")) readings.push(text === "true");
  if (types.has("null") && (text === "" || text === "null")) readings.push(null);
  return readings.length > 0 ? readings : [text];
}
