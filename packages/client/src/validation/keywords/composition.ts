import { type Check, type Evaluated, type Failure, fail, together, under } from "../check.ts";
import { closest } from "../closest.ts";
import { values } from "./enumeration.ts";
import type { Checks } from "./object.ts";
import { has, isObject } from "./type.ts";

/** The schema `true`, or one that says nothing. */
export const anything: Check = () => undefined;

/** The schema `false`. */
export const nothing: Check = () => fail("is not allowed");

/** All keywords of a schema, or `allOf`. */
export function all(...checks: Check[]): Check {
  return (value, context, evaluated) => {
    let failures: Failure[] | undefined;
    for (const check of checks) {
      const found = check(value, context, evaluated);
      if (found) failures = together(failures, found);
    }
    return failures;
  };
}

/** What else a schema says of a value that is not null. */
export function nullable(check: Check): Check {
  return (value, context, evaluated) => (value === null ? undefined : check(value, context, evaluated));
}

/** `anyOf`. */
export function anyOf(...checks: Check[]): Check {
  return (value, context, evaluated) => {
    const failed: Failure[][] = [];
    for (const check of checks) {
      const found = alone(check, value, context, evaluated);
      if (found) failed.push(found);
      // Each that fits may speak of other properties.
      else if (!evaluated) return undefined;
    }
    return failed.length < checks.length ? undefined : closest(failed);
  };
}

/** `oneOf`. */
export function oneOf(...checks: Check[]): Check {
  return (value, context, evaluated) => {
    const failed: Failure[][] = [];
    for (const check of checks) {
      const found = alone(check, value, context, evaluated);
      if (found) failed.push(found);
    }
    const fitting = checks.length - failed.length;
    if (fitting === 0) return closest(failed);
    return fitting > 1 ? fail(`must fit only one of the alternatives, and fits ${fitting}`) : undefined;
  };
}

/** `not`. */
export function not(check: Check): Check {
  return (value, context) =>
    check(value, context) ? undefined : fail("must not be what the description excludes");
}

/** `if`, `then` and `else`. */
export function ifThenElse(condition: Check, then: Check, otherwise: Check): Check {
  return (value, context, evaluated) =>
    alone(condition, value, context, evaluated)
      ? otherwise(value, context, evaluated)
      : then(value, context, evaluated);
}

/**
 * `discriminator`: what is wrong, said of the alternative that the value names itself, or of that name if it is none. What
 * is valid does not hang on it (OpenAPI 3.1 § 4.8.25).
 */
export function discriminator(name: string, mapping: Checks, alternatives: Check): Check {
  const isMapped = values(...Object.keys(mapping));
  return (value, context, evaluated) => {
    const failures = alternatives(value, context, evaluated);
    if (!failures || !isObject(value) || !has(value, name)) return failures;
    const unknown = isMapped(value[name], context);
    if (unknown) return under(name, unknown, undefined);
    return mapping[`${value[name]}`]?.(value, context) ?? failures;
  };
}

/** What an alternative speaks of counts only if the value fits it. */
function alone(
  check: Check,
  value: unknown,
  context: Parameters<Check>[1],
  evaluated: Evaluated | undefined,
): Failure[] | undefined {
  if (!evaluated) return check(value, context);
  const own: Evaluated = new Set();
  const failures = check(value, context, own);
  if (!failures) for (const key of own) evaluated.add(key);
  return failures;
}
