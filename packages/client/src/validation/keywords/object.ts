import { type Check, type Failure, fail, mostFailures, together, under } from "../check.ts";
import { has, isObject } from "./type.ts";

/** Checks by the names of properties, or by patterns that names match. */
export type Checks = Readonly<Record<string, Check>>;

/** `properties`. */
export function properties(checks: Checks): Check {
  const entries = Object.entries(checks);
  return (value, context, evaluated) => {
    if (!isObject(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const [key, check] of entries) {
      if (!has(value, key)) continue;
      evaluated?.add(key);
      const found = check(value[key], context);
      if (found) failures = under(key, found, failures);
    }
    return failures;
  };
}

/** `patternProperties`. */
export function patternProperties(checks: Checks): Check {
  const entries = Object.entries(checks).map(([source, check]) => [new RegExp(source, "u"), check] as const);
  return (value, context, evaluated) => {
    if (!isObject(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const key of keys(value)) {
      for (const [pattern, check] of entries) {
        if (!pattern.test(key)) continue;
        evaluated?.add(key);
        const found = check(value[key], context);
        if (found) failures = under(key, found, failures);
      }
      if (failures && failures.length >= mostFailures) break;
    }
    return failures;
  };
}

/** `propertyNames`. */
export function propertyNames(check: Check): Check {
  return (value, context) => {
    if (!isObject(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const key of keys(value)) {
      const found = check(key, context);
      if (found) {
        const named = found.map((failure) => ({
          ...failure,
          path: [],
          says: `has a name that ${failure.says}`,
        }));
        failures = under(key, named, failures);
      }
      if (failures && failures.length >= mostFailures) break;
    }
    return failures;
  };
}

/** `required`. */
export function required(...names: string[]): Check {
  return (value) => {
    if (!isObject(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const name of names) {
      if (!has(value, name)) failures = under(name, fail("is required"), failures);
    }
    return failures;
  };
}

/** What is `required` of properties that are `readOnly`: they are in no request. */
export function requiredUnlessInput(...names: string[]): Check {
  const check = required(...names);
  return (value, context) => (context.direction === "input" ? undefined : check(value, context));
}

/** What is `required` of properties that are `writeOnly`: they are in no response. */
export function requiredUnlessOutput(...names: string[]): Check {
  const check = required(...names);
  return (value, context) => (context.direction === "output" ? undefined : check(value, context));
}

/** `dependentRequired`. */
export function dependentRequired(namesByKey: Readonly<Record<string, readonly string[]>>): Check {
  const checks = Object.entries(namesByKey).map(([key, names]) => [key, required(...names)] as const);
  return dependent(checks);
}

/** `dependentSchemas`. */
export function dependentSchemas(checks: Checks): Check {
  return dependent(Object.entries(checks));
}

function dependent(checks: readonly (readonly [string, Check])[]): Check {
  return (value, context, evaluated) => {
    if (!isObject(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const [key, check] of checks) {
      if (has(value, key)) failures = together(failures, check(value, context, evaluated));
    }
    return failures;
  };
}

/** `minProperties`. */
export function minProperties(limit: number): Check {
  return (value) =>
    isObject(value) && keys(value).length < limit ? fail(`must have at least ${count(limit)}`) : undefined;
}

/** `maxProperties`. */
export function maxProperties(limit: number): Check {
  return (value) =>
    isObject(value) && keys(value).length > limit ? fail(`must have at most ${count(limit)}`) : undefined;
}

/** The names of the properties that are sent. */
export function keys(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function count(limit: number): string {
  return limit === 1 ? "1 property" : `${limit} properties`;
}
