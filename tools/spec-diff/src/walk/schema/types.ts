import { isObject, isWrittenFile, type SchemaPlace, typeOfValue } from "@visitors-api/openapi";
import type { SchemaObject } from "../../read/openapi-document.ts";
import { either } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { valuesOf } from "./enumeration.ts";
import { spotOfKeyword, type View } from "./view.ts";

type Types = ReadonlySet<string>;

/** Whether a schema is one of bytes where it stands, which the client has a type of its own for (OpenAPI 3.1 § 4.8.14.2). */
export function isFile(schema: unknown, place: SchemaPlace): boolean {
  return (place === "bytes" || place === "part") && isObject(schema) && isWrittenFile(schema);
}

/** The types of a schema but for null; undefined where any is. Files are a type of their own, and so are integers. */
export function typesOf({ parts, at }: View): Types | undefined {
  return parts
    .map((part) => typesOfPart(part, at.place))
    .reduce((all, some) => (all && some ? intersect(all, some) : (all ?? some)), undefined);
}

function typesOfPart(part: SchemaObject, place: SchemaPlace): Types | undefined {
  const { properties, additionalProperties, enum: values, const: constant } = part;
  const isBinary = isFile(part, place);
  const type = part.type ?? (isBinary ? "string" : undefined);
  if (type !== undefined) {
    const names = [type].flat().filter((name) => name !== "null");
    return new Set(names.map((name) => (name === "string" && isBinary ? "binary" : name)));
  }
  const listed = constant === undefined ? values : [constant];
  if (listed) return new Set(listed.filter((value) => value !== null).map(typeOfValue));
  return properties || additionalProperties !== undefined ? new Set(["object"]) : undefined;
}

function accepts(types: Types, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

function intersect(one: Types, other: Types): Types {
  const both = [...one].filter((type) => accepts(other, type));
  return new Set([...both, ...[...other].filter((type) => accepts(one, type))]);
}

/** Whether the schema itself allows null, or leaves it to nobody else to say so. */
export function mayBeNull(view: View): boolean {
  const typed = view.parts.filter((part) => typesOfPart(part, view.at.place) !== undefined);
  if (view.nullable) return true;
  // Where there are alternatives, they say it.
  return typed.length === 0 ? view.unions.length === 0 : typed.every(allowsNull);
}

function allowsNull({ nullable, type, enum: values, const: constant }: SchemaObject): boolean {
  if (nullable === true) return true;
  const listed = constant === undefined ? values : [constant];
  if (type === undefined) return listed?.includes(null) === true;
  return [type].flat().includes("null") && (listed?.includes(null) ?? true);
}

/** @returns Whether what else the schemas say can be compared. */
export function compareTypes(before: View, after: View, { found }: Comparison): boolean {
  const [was, is] = [typesOf(before), typesOf(after)];
  const spots = [spotOfKeyword(before, "type"), spotOfKeyword(after, "type")] as const;
  const words = { was: describe(was), is: describe(is) };
  if (was && !is) found("type-widened", words, ...spots);
  if (is && !was) found("type-narrowed", words, ...spots);
  if ((was === undefined) !== (is === undefined)) return false;
  if (was && is) {
    const lost = [...was].filter((type) => !accepts(is, type));
    const gained = [...is].filter((type) => !accepts(was, type));
    const isOther = lost.length > 0 && gained.length > 0;
    const hasNothingLeft = isOther && lost.length === was.size && gained.length === is.size;
    // Values that are listed on both sides are compared one by one.
    if (hasNothingLeft || !(valuesOf(before) && valuesOf(after))) {
      if (isOther) found("type-changed", words, ...spots);
      else if (lost.length > 0) found("type-narrowed", words, ...spots);
      else if (gained.length > 0) found("type-widened", words, ...spots);
    }
    if (hasNothingLeft) return false;
  }
  if (!before.at.nullAside && !after.at.nullAside) {
    compareNull(before, after, mayBeNull(before), mayBeNull(after), { found });
  }
  return true;
}

export function compareNull(
  before: View,
  after: View,
  was: boolean,
  is: boolean,
  { found }: Pick<Comparison, "found">,
): void {
  if (was === is) return;
  const keywords = ["nullable", "type", "anyOf", "oneOf"];
  const places = [spotOfKeyword(before, ...keywords), spotOfKeyword(after, ...keywords)] as const;
  found(is ? "null-added" : "null-removed", {}, ...places);
}

function describe(types: Types | undefined): string {
  if (!types) return "of any type";
  if (types.size === 0) return "nothing";
  return `of type ${either([...types].map((type) => `\`${type}\``))}`;
}
