import { isOfType } from "../schema-object/types.ts";
import type { Parts } from "./applied.ts";
import { fitsNumber } from "./number.ts";
import { allowedValues, canonical, excludedValues, said } from "./parts.ts";
import { fitsString } from "./string.ts";

/**
 * Says whether a value is what schemas say, as far as that can be told without looking into it: its type, the values that are
 * listed, and everything about strings and numbers.
 */
export function fitting(parts: Parts): (value: unknown) => boolean {
  const types = said(parts, "type").map((type) => [type].flat());
  const allowed = allowedValues(parts);
  const excluded = excludedValues(parts);
  return (value) =>
    types.every((names) => names.some((name) => isOfType(value, name))) &&
    (allowed === undefined || isAmong(allowed, value)) &&
    (excluded.length === 0 || !isAmong(excluded, value)) &&
    (typeof value !== "string" || fitsString(parts, value)) &&
    (typeof value !== "number" || fitsNumber(parts, value));
}

function isAmong(values: readonly unknown[], value: unknown): boolean {
  if (typeof value !== "object" || value === null) return values.includes(value);
  const text = canonical(value);
  return values.some((other) => canonical(other) === text);
}
