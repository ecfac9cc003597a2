import { type Check, fail, together } from "./check.ts";
import { type Checks, keys, properties, required } from "./keywords/object.ts";
import { isObject } from "./keywords/type.ts";

/**
 * The input of a method that takes parameters: what no parameter is named after belongs to the body.
 *
 * @param names The parameters that are required.
 */
export function input(parameters: Checks, names: readonly string[], body: Check): Check {
  const checks = [required(...names), properties(parameters)];
  return (value, context) => {
    if (!isObject(value)) return fail("must be an object");
    // Without a prototype, `__proto__` is a property like any other.
    const rest: Record<string, unknown> = Object.create(null);
    for (const key of keys(value)) if (!Object.hasOwn(parameters, key)) rest[key] = value[key];
    return checks.reduce((failures, check) => together(failures, check(value, context)), body(rest, context));
  };
}

/** A body whose properties are a method's input, and that is left out when none of them is given. */
export function optionalBody(check: Check): Check {
  return (value, context) =>
    isObject(value) && keys(value).length === 0 ? undefined : check(value, context);
}

/** An input that may be left out. */
export function optional(check: Check): Check {
  return (value, context) => (value === undefined ? undefined : check(value, context));
}

/** The result of a method whose answer has no body. */
export const absent: Check = (value) => (value === undefined ? undefined : fail("must not be there"));
