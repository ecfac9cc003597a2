import type { JsonObject } from "@visitors-api/openapi";
import { prepare, type Read } from "../../src/read/read.ts";
import { placesIn } from "./places.ts";

/**
 * Reads descriptions that are in no file, each once: it may be compared with many others.
 *
 * @param describe Gives the description that a value stands for.
 */
export function readOnce<Value extends object>(
  describe: (value: Value) => JsonObject,
): (value: Value) => Read {
  const known = new WeakMap<Value, Read>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const document = describe(value);
    const read = { ...prepare(document), placeOf: placesIn(document) };
    known.set(value, read);
    return read;
  };
}
