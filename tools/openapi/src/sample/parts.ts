import { isObject } from "../json.ts";
import { isAssertion } from "../schema-object/keywords.ts";
import type { SchemaObject, TypeName } from "../schema-object.ts";
import type { Parts } from "./applied.ts";
import { type Random, shuffled } from "./random.ts";

type LimitKeyword = {
  [K in keyof SchemaObject]-?: NonNullable<SchemaObject[K]> extends number ? K : never;
}[keyof SchemaObject];

/** The highest of the limits that a keyword sets from below. */
export function highest(parts: Parts, keyword: LimitKeyword, usual = Number.NEGATIVE_INFINITY): number {
  return Math.max(usual, ...parts.map(({ schema }) => schema[keyword] ?? usual));
}

/** The lowest of the limits that a keyword sets from above. */
export function lowest(parts: Parts, keyword: LimitKeyword): number {
  return Math.min(...parts.map(({ schema }) => schema[keyword] ?? Number.POSITIVE_INFINITY));
}

/** What each part says by a keyword. */
export function said<K extends keyof SchemaObject>(
  parts: Parts,
  keyword: K,
): Exclude<SchemaObject[K], undefined>[] {
  return parts.flatMap(({ schema }) => {
    const value = schema[keyword];
    // The compiler narrows no type that hangs on a parameter.
    return value === undefined ? [] : [value as Exclude<SchemaObject[K], undefined>];
  });
}

/** What each part says by a keyword that a value is not to be, where `not` says nothing else. */
export function excluded<K extends keyof SchemaObject>(
  parts: Parts,
  keyword: K,
): Exclude<SchemaObject[K], undefined>[] {
  const nots = said(parts, "not").flatMap((not) =>
    typeof not === "object" && Object.keys(not).filter(isAssertion).length === 1
      ? [{ schema: not, path: [] }]
      : [],
  );
  return said(nots, keyword);
}

/** The values that are allowed; undefined when it is not said by listing them. */
export function allowedValues(parts: Parts): readonly unknown[] | undefined {
  const lists: (readonly unknown[])[] = [
    ...said(parts, "const").map((value) => [value]),
    ...said(parts, "enum"),
  ];
  const [first, ...others] = lists.sort((a, b) => a.length - b.length);
  if (others.length === 0) return first;
  const sets = others.map((list) => new Set(list.map(canonical)));
  return first?.filter((value) => sets.every((set) => set.has(canonical(value))));
}

/** The values that are not allowed, where they are listed. */
export function excludedValues(parts: Parts): unknown[] {
  return [...excluded(parts, "const"), ...excluded(parts, "enum").flat()];
}

/** The same text for equal values (JSON Schema Core § 4.2.2). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
}

const everyType = ["null", "string", "number", "boolean", "object", "array"] as const;

// What a keyword is about, in the order in which the types of a schema without `type` are tried.
const typesByKeyword: readonly (readonly [TypeName, RegExp])[] = [
  ["object", /ropert|^required$|^dependent/],
  ["array", /items$|contains$/i],
  ["string", /^pattern$|length$|^format$|^content/i],
  ["number", /imum$|^multipleOf$/],
];

/** How often what may be null is, by chance. */
const shareOfNull = 0.2;

/** The types that a value may have, the preferred one first, or one of them by chance. */
export function typesOfParts(parts: Parts, random?: Random): readonly TypeName[] {
  const types = said(parts, "type").reduce(commonTypes, undefined);
  if (types === undefined) return likelyTypes(parts, random);
  if (random) {
    const others = shuffled(types, random).filter((type) => type !== "null");
    const nulls = types.filter((type) => type === "null");
    return random() < shareOfNull ? [...nulls, ...others] : [...others, ...nulls];
  }
  return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];
}

/** The types that are in both of two lists, in the order of the first; every type is in one that is undefined. */
export function commonTypes(
  some: readonly TypeName[] | undefined,
  type: TypeName | readonly TypeName[],
): readonly TypeName[] {
  const others = [type].flat();
  if (some === undefined) return others;
  return some.flatMap((type) => {
    if (others.includes(type) || (type === "integer" && others.includes("number"))) return [type];
    return type === "number" && others.includes("integer") ? ["integer" as const] : [];
  });
}

/** All types, those first that keywords are about. */
function likelyTypes(parts: Parts, random?: Random): TypeName[] {
  const keywords = parts.flatMap(({ schema: { not, ...schema } }) => [
    ...Object.keys(schema),
    ...(isObject(not) ? Object.keys(not) : []),
  ]);
  const about = typesByKeyword.filter(([, names]) => keywords.some((keyword) => names.test(keyword)));
  const others = random ? shuffled(everyType, random) : everyType;
  return [...new Set([...about.map(([type]) => type), ...others])];
}
