import { placeBelow } from "@visitors-api/openapi";
import type { Schema } from "../../read/openapi-document.ts";
import type { Spot } from "../findings.ts";
import { pairs } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { type At, schemaAt, spotOfKeyword, type View, viewOf } from "./view.ts";

interface Property {
  readonly at: At;
  readonly required: boolean;
}

interface Shape {
  readonly properties: ReadonlyMap<string, Property>;
  /** What only the other direction has, by the keyword that says so. */
  readonly hidden: ReadonlyMap<string, Spot>;
}

/** OpenAPI 3.1 § 4.8.24: what is `readOnly` is none of a request, and what is `writeOnly` none of a response. */
function shapeOf({ document, direction, at: { place }, parts }: View): Shape {
  const elsewhere = direction === "request" ? "readOnly" : "writeOnly";
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const found = new Map<string, [At, ...At[]]>();
  const hidden = new Map<string, Spot>();
  for (const { properties = {} } of parts) {
    for (const name of Object.keys(properties)) {
      const at = schemaAt(properties, name, placeBelow("properties", place));
      const view = viewOf(document, at, direction);
      if (view.parts.some((part) => part[elsewhere] === true))
        hidden.set(name, spotOfKeyword(view, elsewhere));
      else if (found.has(name)) found.get(name)?.push(at);
      else found.set(name, [at]);
    }
  }
  for (const part of parts) {
    for (const [index, name] of (part.required ?? []).entries()) {
      if (found.has(name) || hidden.has(name)) continue;
      found.set(name, [{ schema: true, spot: { node: part.required ?? [], key: index }, place }]);
    }
  }
  const properties = new Map(
    [...found].map(([name, all]) => [name, { at: together(all), required: required.has(name) }] as const),
  );
  return { properties, hidden };
}

const merged = new WeakMap<object, { readonly schemas: readonly Schema[]; readonly together: Schema }[]>();

/** A property that several parts describe has to match each. */
function together(all: readonly [At, ...At[]]): At {
  const schemas = all.map(({ schema }) => schema);
  const [first] = all.filter(({ schema }) => typeof schema === "object");
  if (all.length === 1 || !first) return all[0];
  // For the same schemas each time the same object, so that it is compared once.
  const known = merged.get(first.spot.node) ?? [];
  merged.set(first.spot.node, known);
  const same = known.find((one) => isSameList(one.schemas, schemas));
  if (same) return { ...first, schema: same.together };
  const made = { schemas, together: { allOf: schemas } };
  known.push(made);
  return { ...first, schema: made.together };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

export function compareProperties(before: View, after: View, { found, within, against }: Comparison): void {
  const [was, is] = [shapeOf(before), shapeOf(after)];
  // Who goes through the properties of any name meets it among them; who gives one rarely means just that name.
  const others = before.direction === "response" ? additionalOf(before) : undefined;
  for (const { key, ...property } of pairs(was.properties, is.properties)) {
    if (property.before && property.after) {
      const spots = [property.before.at.spot, property.after.at.spot] as const;
      if (property.after.required && !property.before.required) found("property-required", {}, ...spots, key);
      if (property.before.required && !property.after.required) found("property-optional", {}, ...spots, key);
      const isGiven = property.before.required && property.after.required;
      within({ ...property.before.at, isGiven }, { ...property.after.at, isGiven }, key);
    } else if (property.after) {
      const kind = property.after.required ? "required-property-added" : "property-added";
      found(kind, {}, was.hidden.get(key), property.after.at.spot, key);
      // It may be something else than they are.
      if (others && isTyped(others) && !was.hidden.has(key)) against(others, property.after.at, key);
    } else if (property.before) {
      found("property-removed", {}, property.before.at.spot, is.hidden.get(key), key);
    }
  }
  compareAdditional(before, after, { found, within });
}

/** The properties that have no name in the schema: refused, described, or undefined where nothing is said of them. */
function additionalOf({ at, direction, parts }: View): At | false | undefined {
  // Answers are open whether or not it is said; in a request it is what lets the client's types take more.
  const saying = parts.filter(
    ({ additionalProperties: said }) =>
      said !== undefined && !(direction === "response" && (said === true || isEmptySchema(said))),
  );
  if (saying.some((part) => part.additionalProperties === false)) return false;
  return (
    saying[0] && schemaAt(saying[0], "additionalProperties", placeBelow("additionalProperties", at.place))
  );
}

/** Whether anything is said of what those properties are. */
function isTyped({ schema }: At): boolean {
  return schema !== true && !isEmptySchema(schema);
}

function isEmptySchema(schema: Schema): boolean {
  return typeof schema === "object" && Object.keys(schema).length === 0;
}

function compareAdditional(
  before: View,
  after: View,
  { found, within }: Pick<Comparison, "found" | "within">,
): void {
  const [was, is] = [additionalOf(before), additionalOf(after)];
  const spots = [
    spotOfKeyword(before, "additionalProperties"),
    spotOfKeyword(after, "additionalProperties"),
  ] as const;
  if (was && is) within(was, is, "*");
  else if (is) found("additional-properties-described", {}, ...spots);
  else if (was) found("additional-properties-removed", {}, ...spots);
  else if (was === undefined && is === false) found("additional-properties-refused", {}, ...spots);
  else if (was === false && is === undefined) found("additional-properties-allowed", {}, ...spots);
}
