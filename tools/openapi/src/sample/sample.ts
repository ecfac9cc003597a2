import type { Direction } from "../schema-object/direction.ts";
import type { Schema, Schemas } from "../schema-object.ts";
import { type Attempt, isOver, own } from "./applied.ts";
import type { Random } from "./random.ts";
import { makeValue, mostCharacters } from "./value.ts";

export interface SampleOptions {
  /** The component schemas that a `$ref` leads to, by their names. */
  readonly schemas: Schemas;
  /** What the value is for: a `readOnly` property is in no request, and a `writeOnly` one in no response. */
  readonly direction: Direction;
  /**
   * Whether a value is valid against a schema, as it travels in that direction. It is asked about what a sample is made of
   * and about the sample, and about others where one is not valid. Without it, a sample is not checked.
   */
  readonly isValid?: (schema: Schema, value: unknown) => boolean;
  /**
   * Numbers from 0 up to but not including 1, to make another value with each time, by which the same numbers give the same
   * values. Default: the documented value or else the usual one, the same every time.
   */
  readonly random?: Random;
}

export interface Sample {
  /** Where no valid one is found, one that comes close to it, or null. */
  readonly value: unknown;
  /** Whether the value is valid; without `isValid` in the options, whether nothing is known to be wrong with it. */
  readonly isValid: boolean;
}

/** How deep optional properties are shown: as deep as there is room for. */
const depths = [10, 4, 2, 0];
/** By chance there are several of everything, so that the whole is large sooner. */
const depthsByChance = [4, 2, 0];

/**
 * One value that a schema allows, the same every time: the documented one, if it is valid; otherwise one that is made of what
 * is documented for its parts, and of what types, formats and limits say. A response has all properties, and a request
 * those that it has to have and those with an example. A component that stands in itself is not gone into again.
 *
 * It has 50,000 characters of JSON at most, if it is not documented as a whole: optional properties are left out where there
 * is no room for them.
 *
 * With random numbers, it is any value that the schema allows, whatever is documented: one of the alternatives, some of the
 * properties, any number within the limits. Where none is found that way, it is the usual one.
 */
export function sample(schema: Schema, { random, ...options }: SampleOptions): Sample {
  const byChance = random && search(schema, options, depthsByChance, random);
  return byChance?.isValid ? byChance : search(schema, options, depths);
}

function search(
  schema: Schema,
  { schemas, direction, isValid }: SampleOptions,
  depths: readonly number[],
  random?: Random,
): Sample {
  let closest: unknown;
  for (let visits = 1, isRecursive = true; visits <= 2 && isRecursive; visits++) {
    for (const depth of depths) {
      const attempt: Attempt = {
        ...{ schemas, direction, isValid, random, depth, visits },
        ...{ made: new Map(), identities: new Map(), steps: 0, isRecursive: false },
      };
      const made = makeValue([own(schema)], attempt, 0);
      isRecursive = attempt.isRecursive;
      const isSmall = made.size <= mostCharacters;
      if (isSmall) closest ??= made.value;
      // With fewer properties, nothing else would come of one that is whole.
      const isWhole = isSmall && (!isOver(attempt) || depth === 0);
      if (isWhole && made.isValid) return { value: made.value, isValid: true };
      if (isWhole) break;
    }
  }
  return { value: closest ?? null, isValid: false };
}
