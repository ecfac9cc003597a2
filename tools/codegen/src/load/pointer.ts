import { under } from "@visitors-api/openapi";

/** The JSON Pointer that goes through these keys, as a URI fragment (RFC 6901 § 3 and § 6). */
export function pointerTo(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(under, "#");
}
