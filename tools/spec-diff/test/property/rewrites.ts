import type { Schema, Version } from "./schemas.ts";

/** Where a schema stands: whether it is given or answered, and in which version of OpenAPI. */
export interface Where {
  readonly version: Version;
  readonly isAnswered: boolean;
}

/** Writes a schema in other words; undefined where it cannot. */
export type Rewrite = (schema: Schema, where: Where) => Schema | undefined;

const is31 = ({ version }: Where): boolean => version === "3.1";
const isOf = (schema: Schema, type: string): boolean =>
  [schema["type"]].flat().includes(type) && schema["enum"] === undefined;

function unionOf(schema: Schema) {
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const members = schema[keyword];
    if (Array.isArray(members)) return { keyword, members: members as readonly Schema[] };
  }
  return undefined;
}

/** With a keyword that lets everything through, where there is none. */
const vacuous =
  (type: string, keyword: string, value: unknown, only?: "3.1"): Rewrite =>
  (schema, where) =>
    isOf(schema, type) && schema[keyword] === undefined && (only === undefined || is31(where))
      ? { ...schema, [keyword]: value }
      : undefined;

/** Each means the same before and after. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  "minLength of 0": vacuous("string", "minLength", 0),
  "minItems of 0": vacuous("array", "minItems", 0),
  "minProperties of 0": vacuous("object", "minProperties", 0),
  "uniqueItems of false": vacuous("array", "uniqueItems", false),
  "a pattern that matches all": vacuous("string", "pattern", ".*"),
  "no required properties": vacuous("object", "required", [], "3.1"),
  "no properties by pattern": vacuous("object", "patternProperties", {}, "3.1"),
  "nothing that depends on a property": vacuous("object", "dependentRequired", {}, "3.1"),
  "not nothing": vacuous("string", "not", false, "3.1"),
  "a condition without consequences": vacuous("number", "if", { minimum: 3 }, "3.1"),
  "other properties, answered": (schema, where) =>
    where.isAnswered ? vacuous("object", "additionalProperties", true)(schema, where) : undefined,
  "all of one": (schema) => ({ allOf: [schema] }),
  "any of one": (schema) => ({ anyOf: [schema] }),
  "both values of a boolean": (schema) =>
    isOf(schema, "boolean") && typeof schema["type"] === "string" && schema["nullable"] !== true
      ? { ...schema, enum: [true, false] }
      : undefined,
  "a constant": (schema, where) => {
    const { enum: values, ...rest } = schema;
    return is31(where) && Array.isArray(values) && values.length === 1
      ? { ...rest, const: values[0] }
      : undefined;
  },
  "one of constants": (schema, where) => {
    const { enum: values, type, ...rest } = schema;
    return is31(where) && Array.isArray(values)
      ? { ...rest, oneOf: values.map((value) => ({ const: value })) }
      : undefined;
  },
  "one of lists of values": (schema) => {
    const { enum: values, type, ...rest } = schema;
    return Array.isArray(values)
      ? { ...rest, oneOf: values.map((value) => ({ type, enum: [value] })) }
      : undefined;
  },
  "values in another order": (schema) =>
    Array.isArray(schema["enum"]) ? { ...schema, enum: schema["enum"].toReversed() } : undefined,
  "null as an alternative": (schema, where) => {
    const { type, description, ...rest } = schema;
    if (!is31(where) || !Array.isArray(type) || !type.includes("null")) return undefined;
    const own = { type: type.filter((name) => name !== "null"), ...rest };
    return { anyOf: [own, { type: "null" }], ...(description !== undefined && { description }) };
  },
  "a type in a list": (schema, where) =>
    is31(where) && typeof schema["type"] === "string" ? { ...schema, type: [schema["type"]] } : undefined,
  "alternatives in another order": (schema) => {
    const union = unionOf(schema);
    return union && { ...schema, [union.keyword]: union.members.toReversed() };
  },
  "alternatives of alternatives": (schema) => {
    const union = unionOf(schema);
    const [first, ...others] = union?.members ?? [];
    return union && first && others.length > 1
      ? { ...schema, [union.keyword]: [first, { [union.keyword]: others }] }
      : undefined;
  },
  "the same alternative twice": (schema) => {
    const union = unionOf(schema);
    return union?.keyword === "anyOf"
      ? { ...schema, anyOf: [...union.members, union.members[0]] }
      : undefined;
  },
  "any one of alternatives that exclude each other, and exactly one": (schema) => {
    const union = unionOf(schema);
    if (!union || union.members.filter(mayBeNull).length > 1) return undefined;
    const { [union.keyword]: members, ...rest } = schema;
    return { ...rest, [union.keyword === "anyOf" ? "oneOf" : "anyOf"]: members };
  },
  "keywords in another order": (schema) => Object.fromEntries(Object.entries(schema).toReversed()),
};

/** Null would match two of them. */
function mayBeNull(schema: Schema): boolean {
  return schema["nullable"] === true || [schema["type"]].flat().includes("null");
}
