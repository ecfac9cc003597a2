/** Something in a value that is lost when it is written as JSON, and what leads to it. */
export interface Unwritable {
  readonly path: readonly (string | number)[];
  /** Such as "Infinity" or "a bigint". */
  readonly what: string;
}

/**
 * Finds the first thing in a value that JSON has not; a property that is undefined is as good as none.
 *
 * @returns undefined where there is nothing of the kind, as in whatever was parsed from JSON.
 */
export function findUnwritable(value: unknown): Unwritable | undefined {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? undefined : { path: [], what: `${value}` };
    case "bigint":
    case "symbol":
    case "function":
      return { path: [], what: `a ${typeof value}` };
    case "object":
      for (const key in value) {
        const found = findUnwritable(Reflect.get(value as object, key));
        if (found) return { ...found, path: [key, ...found.path] };
      }
  }
  return undefined;
}
