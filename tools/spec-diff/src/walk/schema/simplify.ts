import type { SchemaObject } from "../../read/openapi-document.ts";
import type { Spot } from "../findings.ts";
import { canonical } from "../values.ts";
import { isAnnotation } from "./annotations.ts";
import { listValues, valuesOf } from "./enumeration.ts";
import { mayBeNull, typesOf } from "./types.ts";
import { type At, type Union, type View, viewOf } from "./view.ts";

/** The keywords of a schema that says of which type a value is, or which it is, and nothing else. */
const plain = new Set(["type", "enum", "const", "nullable", "allOf", "$ref"]);

/**
 * The same schema with as few alternatives as say the same: unions in unions are one, alternatives that are mere types are a
 * list of types, those that are mere values an enumeration, and a union of one is none.
 */
export function simplify(view: View): View {
  const simplified = view.unions.map((union) => simplifyUnion(view, union));
  return {
    ...view,
    parts: [...view.parts, ...simplified.flatMap(({ parts }) => parts)],
    unions: simplified.flatMap(({ union }) => union ?? []),
    nullable: view.nullable || simplified.some(({ nullable }) => nullable),
  };
}

interface Simplified {
  readonly parts: readonly SchemaObject[];
  readonly union: Union | undefined;
  readonly nullable: boolean;
}

function simplifyUnion(view: View, union: Union): Simplified {
  const unchanged = { parts: [], union, nullable: false };
  const members = unique(view, flatten(view, union));
  if (union.keyword === "oneOf" && !areDisjoint(view, members)) return unchanged;
  const [mere, others] = partition(members, (member) => isPlain(view, member));
  const merged = mere.length < 2 ? mere : merge(view, mere, union.spot);
  const nullable = mere.length > 1 && mere.some((member) => mayBeNull(viewOfMember(view, member)));
  const left = [...merged, ...others];
  const [only] = left;
  if (left.length === 1 && only) {
    return { parts: viewOfMember(view, only).parts, union: undefined, nullable };
  }
  // Where none excludes another, exactly one is any one.
  return { parts: [], union: { ...union, keyword: "anyOf", members: left }, nullable };
}

function viewOfMember({ document, direction }: View, member: At): View {
  return viewOf(document, member, direction);
}

/** Alternatives of an alternative are alternatives, where they exclude each other or need not. */
function flatten(view: View, { keyword, members }: Union): At[] {
  return members.flatMap((member) => {
    const inner = viewOfMember(view, member);
    const [union] = inner.unions;
    const isNothingElse = inner.unions.length === 1 && inner.parts.every(isUnionAlone);
    if (!union || !isNothingElse || inner.nullable) return [member];
    const isInclusive = keyword === "anyOf" && union.keyword === "anyOf";
    return isInclusive || areDisjoint(view, union.members) ? flatten(view, { ...union, keyword }) : [member];
  });
}

function isUnionAlone(part: SchemaObject): boolean {
  return Object.keys(part).every((key) => ["anyOf", "oneOf", "$ref"].includes(key) || isAnnotation(key));
}

function unique({ document }: View, members: readonly At[]): At[] {
  return [...new Map(members.map((member) => [canonical(document, member.schema), member])).values()];
}

/** Whether no value matches two of them, as far as types and listed values tell. */
export function areDisjoint(view: View, members: readonly At[]): boolean {
  const views = members.map((member) => viewOfMember(view, member));
  if (views.filter(mayBeNull).length > 1) return false;
  return views.every((one, index) => views.slice(index + 1).every((other) => exclude(one, other)));
}

function exclude(one: View, other: View): boolean {
  const [types, otherTypes] = [typesOf(one), typesOf(other)];
  if (types === undefined || otherTypes === undefined) return false;
  const meets = [...types].some((type) => [...otherTypes].some((another) => overlap(type, another)));
  if (!meets) return true;
  const [values, otherValues] = [valuesOf(one), valuesOf(other)];
  return (
    values !== undefined &&
    otherValues !== undefined &&
    ![...values.keys()].some((key) => otherValues.has(key))
  );
}

function overlap(one: string, other: string): boolean {
  const wide = (type: string): string => (type === "integer" ? "number" : type);
  return wide(one) === wide(other);
}

function isPlain(view: View, member: At): boolean {
  const own = viewOfMember(view, member);
  const types = typesOf(own);
  return (
    own.unions.length === 0 &&
    // Anything, and bytes, are no types that a list of them could name.
    types !== undefined &&
    !types.has("binary") &&
    own.parts.every((part) => Object.keys(part).every((key) => plain.has(key) || isAnnotation(key)))
  );
}

/** One alternative of all that are mere types, and one of the values that are listed beside. */
function merge(view: View, members: readonly At[], spot: Spot): At[] {
  const [first] = members;
  if (!first) return [];
  const views = members.map((member) => viewOfMember(view, member));
  const types = new Set(views.flatMap((one) => (valuesOf(one) ? [] : [...(typesOf(one) ?? [])])));
  if (types.has("number")) types.delete("integer");
  const values = views
    .flatMap((one) => [...(valuesOf(one)?.values() ?? [])])
    .filter(
      ({ type }) => ![...types].some((wider) => wider === type || (wider === "number" && type === "integer")),
    );
  const schemas: SchemaObject[] = [
    ...(types.size > 0 ? [{ type: [...types].sort() }] : []),
    ...(values.length > 0 ? [listValues(values)] : []),
  ];
  return schemas.map((schema) => ({ schema, spot, place: first.place }));
}

function partition<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}
