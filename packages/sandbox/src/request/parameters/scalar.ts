import type { TypeName } from "@visitors-api/openapi";
import { isHeld, unheld } from "../../json/held-number.ts";
import { NotSerialisedError } from "./not-serialised-error.ts";

/**
 * What a text can be read as, of the types that are allowed, the likeliest first: it stays text wherever that is allowed. A text
 * that is of none of them is itself, for whoever checks it to say so.
 *
 * @param types None at all: any.
 * @throws NotSerialisedError when it can only be a number, and is one that a double cannot hold.
 */
export function scalarReadings(text: string, types: ReadonlySet<TypeName>): unknown[] {
  const readings: unknown[] = [];
  if (types.size === 0 || types.has("string")) readings.push(text);
  if ((types.has("number") || types.has("integer")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
    if (isHeld(text)) readings.push(Number(text));
    else if (readings.length === 0) throw new NotSerialisedError(`is ${unheld(text)}`);
  }
  if (types.has("boolean") && (text === "true" || text === "false")) readings.push(text === "true");
  if (types.has("null") && (text === "" || text === "null")) readings.push(null);
  return readings.length > 0 ? readings : [text];
}
