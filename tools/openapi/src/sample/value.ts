import type { Schema, TypeName } from "../schema-object.ts";
import { type Applied, type Attempt, isOver, type Made, type Make, nothing, type Parts } from "./applied.ts";
import { makeArray } from "./array.ts";
import { type Choose, choices } from "./choices.ts";
import { conjoin } from "./conjunction.ts";
import { fitting } from "./fitting.ts";
import { withoutHidden } from "./hidden.ts";
import { numbers } from "./number.ts";
import { makeObject } from "./object.ts";
import { allowedValues, typesOfParts } from "./parts.ts";
import { someFirst } from "./random.ts";
import { strings } from "./string.ts";

/** How many values are tried for one schema where it stands. */
const mostTries = 64;
/** How many of the strings or numbers that fit are tried, and how many of an `enum`. */
const mostOfKind = 4;
const mostOfEnum = 16;
/** How many characters a value has, as JSON. */
export const mostCharacters = 50_000;

/**
 * Makes a value that is valid against all of some schemas: a documented one if there is, otherwise another.
 *
 * @param depth How many objects and arrays it stands in.
 */
export function makeValue(applied: readonly Applied[], attempt: Attempt, depth: number): Made {
  if (attempt.random) return search(applied, attempt, depth);
  const key = keyOf(applied, attempt, depth);
  const made = attempt.made.get(key) ?? search(applied, attempt, depth);
  attempt.made.set(key, made);
  return made;
}

/** The same for the same schemas in the same place: whoever tries something else of one part makes the others again. */
function keyOf(applied: readonly Applied[], { identities }: Attempt, depth: number): string {
  const parts = applied.map(({ schema, path }) => {
    if (!identities.has(schema)) identities.set(schema, identities.size);
    return [identities.get(schema), path];
  });
  return JSON.stringify([depth, parts]);
}

function search(applied: readonly Applied[], attempt: Attempt, depth: number): Made {
  const [only, ...others] = applied.map(({ schema }) => schema);
  const schema: Schema = others.length === 0 ? (only ?? true) : { allOf: [only ?? true, ...others] };
  let closest = nothing;
  const checked = (made: Made): Made => {
    // With fewer properties it is another attempt.
    if (made.size > mostCharacters) attempt.steps = Number.POSITIVE_INFINITY;
    const isValid = made.isValid && (attempt.isValid?.(schema, made.value) ?? true);
    if (closest === nothing) closest = { ...made, isValid: false };
    return { ...made, isValid };
  };
  const make: Make = (within) => makeValue(within, attempt, depth + 1);
  const tried = new Set<unknown>();

  for (const choose of choices(mostTries)) {
    attempt.steps++;
    if (isOver(attempt)) break;
    const { parts, documented, isImpossible } = conjoin(applied, choose, attempt);
    const fits = fitting(parts);
    for (const value of attempt.random ? [] : documented) {
      if (tried.has(value)) continue;
      tried.add(value);
      const directed = withoutHidden(value, [schema], attempt.direction, attempt.schemas);
      // The whole as it is documented is as long as its author wants it to be.
      const made = checked({
        value: directed,
        isValid: fits(directed),
        size: depth === 0 ? 0 : sizeOf(directed),
      });
      if (made.isValid) return made;
    }
    if (isImpossible) continue;
    const made = checked(build(parts, choose, fits, attempt, depth, make));
    if (made.isValid) return made;
  }
  return closest;
}

function build(
  parts: Parts,
  choose: Choose,
  fits: (value: unknown) => boolean,
  attempt: Attempt,
  depth: number,
  make: Make,
): Made {
  const { random } = attempt;
  const inOrder = (values: readonly unknown[]) => (random ? someFirst(values, random) : values);
  const allowed = allowedValues(parts);
  if (allowed) return oneOf(inOrder(allowed), fits, choose, mostOfEnum);
  const types = typesOfParts(parts, random);
  const type: TypeName | undefined = types[choose(types.length)];
  switch (type) {
    case "object":
    case "array": {
      const made = (type === "object" ? makeObject : makeArray)(parts, choose, attempt, depth, make);
      return { ...made, isValid: made.isValid && fits(made.value) };
    }
    case "string":
      return oneOf(strings(parts, random), fits, choose, mostOfKind);
    case "integer":
    case "number":
      return oneOf(numbers(parts, type === "integer", random), fits, choose, mostOfKind);
    case "boolean":
      return oneOf(inOrder([true, false]), fits, choose, 2);
    case "null":
      return oneOf([null], fits, choose, 1);
    case undefined:
      return nothing;
  }
}

/** One of the first values that fit. */
function oneOf(
  values: Iterable<unknown>,
  fits: (value: unknown) => boolean,
  choose: Choose,
  most: number,
): Made {
  let rest: number | undefined;
  for (const value of values) {
    if (!fits(value)) continue;
    rest ??= choose(most);
    if (rest-- === 0) return { value, isValid: true, size: sizeOf(value) };
  }
  return nothing;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
