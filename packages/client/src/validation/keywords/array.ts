import { type Check, type Failure, fail, mostFailures, together, under } from "../check.ts";
import { isObject } from "./type.ts";

/** `items`: every item, after those that `prefixItems` is about. */
export function items(check: Check, after = 0): Check {
  return (value, context, evaluated) => {
    if (!Array.isArray(value)) return undefined;
    let failures: Failure[] | undefined;
    for (let index = after; index < value.length; index++) {
      evaluated?.add(index);
      const found = check(value[index], context);
      if (found) failures = under(index, found, failures);
      if (failures && failures.length >= mostFailures) break;
    }
    return failures;
  };
}

/** `prefixItems`: the first items, each by a schema of its own. */
export function prefixItems(...checks: Check[]): Check {
  return (value, context, evaluated) => {
    if (!Array.isArray(value)) return undefined;
    let failures: Failure[] | undefined;
    for (const [index, check] of checks.entries()) {
      if (index >= value.length) break;
      evaluated?.add(index);
      const found = check(value[index], context);
      if (found) failures = under(index, found, failures);
    }
    return failures;
  };
}

/** `contains`, with `minContains` and `maxContains`. */
export function contains(check: Check, least = 1, most = Number.POSITIVE_INFINITY): Check {
  return (value, context, evaluated) => {
    if (!Array.isArray(value)) return undefined;
    let found = 0;
    for (const [index, item] of value.entries()) {
      if (check(item, context)) continue;
      found++;
      evaluated?.add(index);
    }
    if (found < least) return fail(`must contain at least ${least} of the items that are described`);
    return found > most ? fail(`must contain at most ${most} of the items that are described`) : undefined;
  };
}

/** `minItems`. */
export function minItems(limit: number): Check {
  return (value) =>
    Array.isArray(value) && value.length < limit ? fail(`must have at least ${count(limit)}`) : undefined;
}

/** `maxItems`. */
export function maxItems(limit: number): Check {
  return (value) =>
    Array.isArray(value) && value.length > limit ? fail(`must have at most ${count(limit)}`) : undefined;
}

/** `uniqueItems`. */
export function uniqueItems(): Check {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const seen = new Set<string>();
    let failures: Failure[] | undefined;
    for (const [index, item] of value.entries()) {
      const text = canonical(item);
      if (text === undefined) return fail("is nested too deeply to be checked");
      if (seen.has(text)) failures = together(failures, under(index, fail("is there twice"), undefined));
      if (failures && failures.length >= mostFailures) break;
      seen.add(text);
    }
    return failures;
  };
}

/** The same text for equal values (JSON Schema § 4.2.2), or undefined for one that is too deep. */
function canonical(value: unknown, depth = 0): string | undefined {
  if (depth > 256) return undefined;
  const isArray = Array.isArray(value);
  if (!isArray && !isObject(value)) return JSON.stringify(value) ?? "";
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    // An array has its indexes as keys, an object its names.
    const part = canonical((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (part === undefined) return undefined;
    parts.push(`${JSON.stringify(key)}:${part}`);
  }
  return isArray ? `[${parts}]` : `{${parts}}`;
}

function count(limit: number): string {
  return limit === 1 ? "1 item" : `${limit} items`;
}
