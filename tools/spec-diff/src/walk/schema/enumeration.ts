import { typeOfValue } from "@visitors-api/openapi";
import type { SchemaObject } from "../../read/openapi-document.ts";
import type { Spot } from "../findings.ts";
import { canonical, code, either, pairs } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { spotOfKeyword, type View } from "./view.ts";

interface Value {
  readonly value: unknown;
  readonly type: string;
  readonly text: string;
  readonly spot: Spot;
}

/** Where the values of lists were written that no description has. */
const origins = new WeakMap<object, readonly Spot[]>();

/** A schema that lists values of others. */
export function listValues(values: readonly Value[]): SchemaObject {
  const list = values.map(({ value }) => value);
  origins.set(
    list,
    values.map(({ spot }) => spot),
  );
  return { enum: list };
}

/**
 * The values that `enum` and `const` leave but for null, by their canonical texts; undefined where neither is there, or both
 * of the values that a boolean has are.
 */
export function valuesOf({ document, parts }: View): ReadonlyMap<string, Value> | undefined {
  let left: Map<string, Value> | undefined;
  for (const part of parts) {
    if (part.enum === undefined && part.const === undefined) continue;
    const own = new Map<string, Value>();
    const list = part.const === undefined ? (part.enum ?? []) : [part.const];
    for (const [index, value] of list.entries()) {
      if (value === null) continue;
      const written = part.const === undefined ? { node: list, key: index } : { node: part, key: "const" };
      const spot = origins.get(list)?.[index] ?? written;
      own.set(canonical(document, value), { value, type: typeOfValue(value), text: code(value), spot });
    }
    left = left ? new Map([...left].filter(([key]) => own.has(key))) : own;
  }
  return left?.size === 2 && left.has("true") && left.has("false") ? undefined : left;
}

export function compareValues(before: View, after: View, { found }: Comparison): void {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (!was && !is) return;
  const spots = [spotOfKeyword(before, "enum", "const"), spotOfKeyword(after, "enum", "const")] as const;
  if (!was || !is) {
    const name = either([...(was ?? is ?? new Map<string, Value>()).values()].map(({ text }) => text));
    found(was ? "enum-removed" : "enum-added", { name }, ...spots);
    return;
  }
  for (const value of pairs(was, is)) {
    if (value.before && !value.after)
      found("enum-value-removed", { name: value.before.text }, value.before.spot, spots[1]);
    if (value.after && !value.before)
      found("enum-value-added", { name: value.after.text }, spots[0], value.after.spot);
  }
}
