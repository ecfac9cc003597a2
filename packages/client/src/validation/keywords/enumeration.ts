import { type Check, fail } from "../check.ts";
import { isObject } from "./type.ts";

/** A value that is no object and no array. */
export type Scalar = string | number | boolean | null;

/** `enum` and `const`, of values that are no objects and no arrays. */
export function values(...allowed: Scalar[]): Check {
  // A value of another type is not among them.
  return (value) => (allowed.includes(value as Scalar) ? undefined : failed(allowed));
}

/** `enum`, of so many values that are no objects and no arrays that a call cannot have them as its arguments. */
export function listed(allowed: readonly Scalar[]): Check {
  const known = new Set(allowed);
  return (value) => (known.has(value as Scalar) ? undefined : failed(allowed));
}

/** `enum` and `const`, of any values. */
export function anyValues(...allowed: unknown[]): Check {
  return (value) => (allowed.some((one) => isEqual(one, value)) ? undefined : failed(allowed));
}

function failed(allowed: readonly unknown[]) {
  const named = allowed.slice(0, 20).map((value) => JSON.stringify(value));
  const more = allowed.length > named.length ? ` or ${allowed.length - named.length} other values` : "";
  return fail(`must be ${named.length > 1 ? "one of " : ""}${named.join(", ")}${more}`, undefined, 10);
}

/** JSON Schema § 4.2.2. It goes no deeper than the value that is expected. */
function isEqual(expected: unknown, value: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((item, index) => isEqual(item, value[index]))
    );
  }
  if (!isObject(expected)) return expected === value;
  const keys = Object.keys(expected);
  return (
    isObject(value) &&
    Object.keys(value).length === keys.length &&
    keys.every((key) => Object.hasOwn(value, key) && isEqual(expected[key], value[key]))
  );
}
