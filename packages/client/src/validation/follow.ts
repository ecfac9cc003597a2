import { type Check, type Context, type Evaluated, type Failure, fail } from "./check.ts";

/** A schema that a value is held against because something refers to it. */
export interface Followed {
  readonly check: Check;
  readonly value: unknown;
  /** Where the reference stands. */
  readonly from: Followed | undefined;
  /** How many references lead here. */
  readonly depth: number;
  /** How many of them are about this very value. */
  readonly inPlace: number;
  /** What has been found of this value further on; made when it is first needed. */
  found: Map<Check, Found> | undefined;
}

interface Found {
  readonly failures: Failure[] | undefined;
  /** What the schema spoke of; undefined when nobody wanted to know. */
  readonly spoken: Evaluated | undefined;
}

/** JSON as deep as that is an attack on the stack. */
const mostReferences = 128;

/** So many references to a value's schema, one leading to the next, are common: the body, its union, the alternative. */
const mostUnkept = 2;

/**
 * Holds a value against the schema that a reference leads to.
 *
 * Where it leads to a schema that this very value is being held against, it asks for nothing more. Such a circle means nothing in JSON
 * Schema (Core § 9.4.1); what its authors mean is a base and its variants, each of which refers to the other.
 *
 * What is found further on is kept for whoever asks the same again, since of schemas that refer to each other there are more ways
 * through than anybody has time for. Most references end before that, and cost no more for it.
 */
export function follow(
  check: Check,
  value: unknown,
  context: Context,
  evaluated: Evaluated | undefined,
): Failure[] | undefined {
  const from = context.at;
  for (let one = from; one !== undefined && one.value === value; one = one.from) {
    if (one.check === check) return undefined;
  }
  const depth = from === undefined ? 0 : from.depth + 1;
  if (depth > mostReferences) return fail("is nested too deeply to be checked");
  const inPlace = from !== undefined && from.value === value ? from.inPlace + 1 : 0;
  if (from === undefined || inPlace <= mostUnkept) {
    context.at = { check, value, from, depth, inPlace, found: undefined };
    const failures = check(value, context, evaluated);
    context.at = from;
    return failures;
  }

  from.found ??= new Map();
  let found = from.found.get(check);
  if (found === undefined || (evaluated !== undefined && found.spoken === undefined)) {
    const spoken: Evaluated | undefined = evaluated && new Set();
    context.at = { check, value, from, depth, inPlace, found: from.found };
    found = { failures: check(value, context, spoken), spoken };
    context.at = from;
    from.found.set(check, found);
  }
  if (evaluated) for (const key of found.spoken ?? []) evaluated.add(key);
  // Whoever is given failures may write into their paths.
  return found.failures?.map((failure) => ({ ...failure, path: [...failure.path] }));
}
