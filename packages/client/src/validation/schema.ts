import type { Check, Direction, Failure } from "./check.ts";
import { follow } from "./follow.ts";
import type { StandardSchema } from "./standard-schema.ts";

const checkOf: unique symbol = /* @__PURE__ */ Symbol("check");

/** A validator that others can refer to. */
export interface ReferableSchema<T> extends StandardSchema<T> {
  readonly [checkOf]: Check;
}

/**
 * Makes a validator.
 *
 * @param build Makes the check when it is first needed. By then there is whatever it refers to, itself included.
 * @param direction What the value is: the input of an operation, its output, or either.
 */
export function schema<T>(build: () => Check, direction?: Direction): ReferableSchema<T> {
  let built: Check | undefined;
  const check: Check = (value, context, evaluated) => {
    built ??= build();
    return built(value, context, evaluated);
  };
  return {
    [checkOf]: check,
    "~standard": {
      version: 1,
      vendor: "@visitors-api/client",
      validate(value) {
        const failures = follow(check, value, { direction, at: undefined, found: undefined }, undefined);
        // A value that nothing is wrong with is what its schema says.
        return failures ? { issues: failures.map(issue) } : { value: value as T };
      },
    },
  };
}

function issue({ path, says, not }: Failure) {
  return { message: not ? `${says}, not ${not}` : says, path };
}

/** `$ref`. */
export function ref(referred: StandardSchema<unknown>): Check {
  // The generator refers to nothing but what `schema` made.
  const check = (referred as ReferableSchema<unknown>)[checkOf];
  return (value, context, evaluated) => follow(check, value, context, evaluated);
}

/**
 * The validator of a component as it is in one direction.
 *
 * @typeParam T The component's type in that direction.
 */
export function inDirection<T>(referred: StandardSchema<unknown>, direction: Direction): StandardSchema<T> {
  return schema(() => ref(referred), direction);
}
