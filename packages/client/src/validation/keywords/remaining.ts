import { type Check, type Evaluated, type Failure, mostFailures, together, under } from "../check.ts";
import { all } from "./composition.ts";
import { keys } from "./object.ts";
import { isObject } from "./type.ts";

/**
 * `additionalProperties` and `unevaluatedProperties`: the properties that nothing speaks of which stands beside.
 *
 * @param beside For the former `properties` and `patternProperties`; for the latter all else that the schema says.
 */
export function remainingProperties(check: Check, ...beside: Check[]): Check {
  return remaining(check, beside, (value) => (isObject(value) ? keys(value) : []));
}

/** `unevaluatedItems`: the items that nothing speaks of which stands beside. */
export function remainingItems(check: Check, ...beside: Check[]): Check {
  return remaining(check, beside, (value) => (Array.isArray(value) ? value.keys() : []));
}

function remaining(
  check: Check,
  beside: readonly Check[],
  parts: (value: unknown) => Iterable<string | number>,
): Check {
  const others = all(...beside);
  return (value, context, evaluated) => {
    const spoken: Evaluated = new Set();
    let failures = others(value, context, spoken);
    let found: Failure[] | undefined;
    for (const key of parts(value)) {
      if (spoken.has(key)) continue;
      spoken.add(key);
      // A key is the name of a property, or the index of an item.
      const wrong = check((value as Readonly<Record<string | number, unknown>>)[key], context);
      if (wrong) found = under(key, wrong, found);
      if (found && found.length >= mostFailures) break;
    }
    failures = together(failures, found);
    if (evaluated) for (const key of spoken) evaluated.add(key);
    return failures;
  };
}
