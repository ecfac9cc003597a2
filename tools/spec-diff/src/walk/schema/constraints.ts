import type { SchemaObject } from "../../read/openapi-document.ts";
import { canonical, code } from "../values.ts";
import { describedItems } from "./array.ts";
import type { Comparison } from "./comparison.ts";
import { spotOfKeyword, type View } from "./view.ts";

interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
}

/** Each limit, the keywords that set it, and whether a higher number lets less through. */
const limits = [
  { name: "minimum", keywords: ["minimum", "exclusiveMinimum"], isLower: true },
  { name: "maximum", keywords: ["maximum", "exclusiveMaximum"], isLower: false },
  ...["minLength", "minItems", "minProperties", "minContains"].map((name) => ({
    name,
    keywords: [name],
    isLower: true,
  })),
  ...["maxLength", "maxItems", "maxProperties", "maxContains"].map((name) => ({
    name,
    keywords: [name],
    isLower: false,
  })),
];

/** Nothing has fewer; of `minContains` the absence says 1 (JSON Schema 2020-12, validation § 6.4.5). */
const countsFromZero = new Set(["minLength", "minItems", "minProperties"]);

/** Constraints of which one cannot say which of two lets more through. */
const opaque = [
  ...["contains", "dependencies", "dependentRequired", "dependentSchemas", "else", "if", "not", "pattern"],
  ...["patternProperties", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"],
];

/** What no type says, and only validators and the API itself hold a value to. */
export function compareConstraints(before: View, after: View, { found }: Comparison): void {
  for (const { name, keywords, isLower } of limits) {
    const [was, is] = [limitOf(before, keywords, isLower), limitOf(after, keywords, isLower)];
    const isTighter = tighter(was, is, isLower);
    if (!isTighter && !tighter(is, was, isLower)) continue;
    const words = { name: `\`${name}\``, was: describe(was), is: describe(is) };
    const spots = [spotOfKeyword(before, ...keywords), spotOfKeyword(after, ...keywords)] as const;
    const isLooserTuple =
      !isTighter && isOfTuple(name, was, is, Math.min(...[before, after].map(describedItems)));
    const kind = isLooserTuple ? "tuple-length-widened" : "constraint-loosened";
    found(isTighter ? "constraint-tightened" : kind, words, ...spots);
  }
  const multiples = [multipleOf(before), multipleOf(after)] as const;
  if (multiples[0] !== multiples[1]) {
    const [was, is] = multiples;
    const kind =
      is === undefined || (was !== undefined && was % is === 0)
        ? "constraint-loosened"
        : was === undefined || is % was === 0
          ? "constraint-tightened"
          : "constraint-changed";
    say(kind, "multipleOf", was, is);
  }
  const [wasUnique, isUnique] = [hasUniqueItems(before), hasUniqueItems(after)];
  if (wasUnique !== isUnique) {
    say(isUnique ? "constraint-tightened" : "constraint-loosened", "uniqueItems", wasUnique, isUnique);
  }
  for (const keyword of opaque) {
    const [was, is] = [textOf(before, keyword), textOf(after, keyword)];
    if (was === is) continue;
    const kind =
      was === undefined
        ? "constraint-tightened"
        : is === undefined
          ? "constraint-loosened"
          : "constraint-changed";
    say(kind, keyword, was, is);
  }

  function say(
    kind: "constraint-tightened" | "constraint-loosened" | "constraint-changed",
    keyword: string,
    was: unknown,
    is: unknown,
  ): void {
    const words = { name: `\`${keyword}\``, was: shown(was), is: shown(is) };
    found(kind, words, spotOfKeyword(before, keyword), spotOfKeyword(after, keyword));
  }
}

/** The tightest of what the parts say. */
function limitOf({ parts }: View, keywords: readonly string[], isLower: boolean): Limit | undefined {
  let tightest: Limit | undefined;
  for (const part of parts) {
    for (const limit of limitsOf(part, keywords)) if (tighter(tightest, limit, isLower)) tightest = limit;
  }
  return tightest;
}

/** Whether a limit that lets more through has another type: one with an item that may be missing, or with further ones. */
function isOfTuple(name: string, was: Limit | undefined, is: Limit | undefined, described: number): boolean {
  if (name === "minItems") return (is?.value ?? 0) < described;
  return name === "maxItems" && was !== undefined && described > 0 && was.value <= described;
}

/** In OpenAPI 3.0 (§ 4.7.24) `exclusiveMinimum: true` makes an exclusive limit of `minimum`. */
function limitsOf(part: SchemaObject, keywords: readonly string[]): Limit[] {
  const isExclusive = keywords.some((keyword) => Reflect.get(part, keyword) === true);
  return keywords.flatMap((keyword) => {
    const value = numberOf(part, keyword);
    const isVacuous = value === 0 && countsFromZero.has(keyword);
    return value === undefined || isVacuous
      ? []
      : [{ value, exclusive: isExclusive || keyword.startsWith("exclusive") }];
  });
}

/** Undefined for what limits something to no number: nobody checks that. */
function numberOf(part: SchemaObject, keyword: string): number | undefined {
  const value: unknown = Reflect.get(part, keyword);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Whether `is` lets less through than `was`. */
function tighter(was: Limit | undefined, is: Limit | undefined, isLower: boolean): boolean {
  if (!is) return false;
  if (!was) return true;
  if (was.value === is.value) return is.exclusive && !was.exclusive;
  return isLower ? is.value > was.value : is.value < was.value;
}

function hasUniqueItems({ parts }: View): boolean {
  return parts.some((part) => part.uniqueItems === true);
}

function multipleOf({ parts }: View): number | undefined {
  return parts.map((part) => numberOf(part, "multipleOf")).find((value) => value !== undefined && value > 0);
}

function textOf({ document, parts }: View, keyword: string): string | undefined {
  const values = parts.flatMap((part) =>
    Object.hasOwn(part, keyword) && !isVacuous(part, keyword)
      ? [canonical(document, Reflect.get(part, keyword))]
      : [],
  );
  return values.length === 0 ? undefined : values.join(" and ");
}

/** Patterns that every text matches: an anchored `.` would keep out line breaks (ECMA-262 § 22.2.2). */
const matchesAll = /^\^?(\.\*|\[\\s\\S\]\*)?$|^(\.\*|\^?\[\\s\\S\]\*)?\$$/;

/** Whether a keyword that is there lets everything through. */
function isVacuous(part: SchemaObject, keyword: string): boolean {
  const value: unknown = Reflect.get(part, keyword);
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  switch (keyword) {
    case "pattern":
      return typeof value === "string" && matchesAll.test(value);
    case "not":
      return value === false;
    case "if":
      return !["then", "else"].some((branch) => Object.hasOwn(part, branch));
    case "then":
    case "else":
      return !Object.hasOwn(part, "if") || value === true || isEmpty;
    case "contains":
      return false;
    default:
      return value === true || isEmpty;
  }
}

function describe(limit: Limit | undefined): string {
  return limit ? `\`${limit.value}\`${limit.exclusive ? " (exclusive)" : ""}` : "nothing";
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : code(value);
}
