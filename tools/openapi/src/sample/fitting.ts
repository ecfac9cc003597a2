import { isOfType } from "../schema-object/types.ts";
import type { Parts } from "./applied.ts";
import { fittingNumbers } from "./number.ts";
import { allowedValues, canonical, excludedValues, said } from "./parts.ts";
import { fittingStrings } from "./string.ts";

/**
 * Says whether a value is what schemas say, as far as that can be told without looking into it: its type, the values that
 * are listed, and everything about strings and numbers.
 */
export function fitting(parts: Parts): (value: unknown) => boolean {
  const types = said(parts, "type").map((type) => [type].flat());
  const allowed = allowedValues(parts);
  const excluded = excludedValues(parts);
  let asString: ((text: string) => boolean) | undefined;
  let asNumber: ((number: number) => boolean) | undefined;
  return (value) => {
    if (!types.every((names) => names.some((name) => isOfType(value, name)))) return false;
    if (allowed !== undefined && !isAmong(allowed, value)) return false;
    if (excluded.length > 0 && isAmong(excluded, value)) return false;
    if (typeof value === "string") {
      asString ??= fittingStrings(parts);
      return asString(value);
    }
    if (typeof value !== "number") return true;
    asNumber ??= fittingNumbers(parts);
    return asNumber(value);
  };
}

function isAmong(values: readonly unknown[], value: unknown): boolean {
  if (typeof value !== "object" || value === null) return values.includes(value);
  const text = canonical(value);
  return values.some((other) => canonical(other) === text);
}
