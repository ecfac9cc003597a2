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
}

/** What has been found of values, by the schemas that they were held against. */
export type AllFound = Map<unknown, Map<Check, Found>>;

interface Found {
  readonly failures: Failure[] | undefined;
  /** What the schema spoke of; undefined when nobody wanted to know. */
  readonly spoken: Evaluated | undefined;
}

/** JSON as deep as that is an attack on the stack. */
const mostReferences = 128;

/** What so many references lead to is not kept: the body, its union and the alternative; and of a list, what its items are made of. */
const mostUnkept = { inPlace: 2, depth: 4 };

/**
 * Holds a value against the schema that a reference leads to.
 *
 * Where it leads to a schema that this very value is being held against, it asks for nothing more. Such a circle means nothing in JSON
 * Schema (Core § 9.4.1); what its authors mean is a base and its variants, each of which refers to the other.
 *
 * What is found further on is kept for whoever asks the same again, since there may be more ways through the alternatives of a
 * value, and of what stands in it, than anybody has time for. Most references end before that, and cost no more for it.
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
  const isKept = inPlace > mostUnkept.inPlace || depth > mostUnkept.depth;
  const known = isKept ? keptOf(value, context) : undefined;
  let found = known?.get(check);
  if (found === undefined || (evaluated !== undefined && found.spoken === undefined)) {
    const spoken: Evaluated | undefined = isKept && evaluated ? new Set() : evaluated;
    context.at = { check, value, from, depth, inPlace };
    const failures = check(value, context, spoken);
    context.at = from;
    if (known === undefined) return failures;
    found = { failures, spoken };
    known.set(check, found);
  }
  if (evaluated) for (const key of found.spoken ?? []) evaluated.add(key);
  // Whoever is given failures may write into their paths.
  return found.failures?.map((failure) => ({ ...failure, path: [...failure.path] }));
}

function keptOf(value: unknown, context: Context): Map<Check, Found> {
  context.found ??= new Map();
  let found = context.found.get(value);
  if (found === undefined) {
    found = new Map();
    context.found.set(value, found);
  }
  return found;
}
