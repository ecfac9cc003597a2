import { isObject, mapValues } from "@visitors-api/openapi";

/** The same with the nearest number in the place of each integer beyond 2^53, as everybody has it who reads with `JSON.parse`. */
export function withPlainNumbers<T>(value: T): T {
  return plain(value) as T;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? mapValues(value, plain) : value;
}
