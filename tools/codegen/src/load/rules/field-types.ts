import { closest } from "../closest.ts";
import { called, compact, isObject } from "../json.ts";
import { type ObjectName, objects, shapeOf } from "../objects/objects.ts";
import type { Shape } from "../objects/shape.ts";
import type { Visit } from "../objects/walk.ts";
import { isReference } from "../references/reference.ts";
import { type Context, fateOf, isNeeded } from "./rule.ts";

/** What stands under each field is of the field's type. */
export function fieldTypes(visit: Visit, context: Context): boolean {
  let isUsable = true;
  for (const key of Object.keys(visit.node)) {
    const shape = shapeOf(visit.name, key);
    if (shape && !checkField(shape, visit, key, context)) isUsable = false;
  }
  return isUsable;
}

/** Where a value stands, which its correction takes the place of. Undefined takes it away. */
interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  /** For a message. */
  readonly shown: string;
}

function checkField(shape: Shape, visit: Visit, key: string, context: Context): boolean {
  const place = { holder: visit.node, key, shown: `\`${key}\`` };
  const value = visit.node[key];
  const { is, of } = shape;
  if (isReference(value) && is !== "string" && is !== "boolean" && is !== "number") return true;
  switch (is) {
    case "object":
      return isObjectName(of) ? checkObject(of, place, shape, visit, context) : true;
    case "string":
    case "boolean":
    case "number":
      checkScalar(shape, place, context);
      return true;
    case "list":
      if (!Array.isArray(value))
        refuse(place, shape, `a list${of ? ` of ${plural(of)}` : ""}`, visit, context);
      else checkItems(shape, value, [...value.keys()], place, visit, context);
      return true;
    case "map":
      if (!isObject(value))
        refuse(place, shape, `an object with ${plural(of)} by their names`, visit, context);
      else checkItems(shape, value, Object.keys(value), place, visit, context);
      return true;
    default:
      return true;
  }
}

function checkItems(
  shape: Shape,
  items: object,
  keys: readonly (string | number)[],
  { shown: whole }: Place,
  visit: Visit,
  context: Context,
): void {
  const { of } = shape;
  // A list has numbers for keys, and an object has names.
  const holder = items as Record<string | number, unknown>;
  for (const key of keys) {
    const place = { holder, key, shown: typeof key === "number" ? `Each item of ${whole}` : `\`${key}\`` };
    if (of === "string") checkScalar({ ...shape, is: "string" }, place, context);
    else if (isObjectName(of)) checkObject(of, place, shape, visit, context);
  }
  if (Array.isArray(items)) compact(items);
}

function checkObject(name: ObjectName, place: Place, shape: Shape, outer: Visit, context: Context): boolean {
  const value = place.holder[place.key];
  if (isObject(value) || (name === "Schema" && typeof value === "boolean")) return true;
  const slot = { name, outer, holder: place.holder, key: place.key };
  const isEmpty = value === null && !objects[name].required?.({}).length;
  refuse(
    place,
    shape,
    `an object (${objects[name].called})`,
    outer,
    context,
    isEmpty ? "It is taken for an empty one." : fateOf(slot),
    isEmpty || name === "Schema" ? {} : undefined,
  );
  return isEmpty || !isNeeded(slot);
}

function checkScalar(shape: Shape, place: Place, context: Context): void {
  const { is, among } = shape;
  const value = place.holder[place.key];
  if (typeof value !== is) {
    const meant = otherwise(value, is);
    if (meant === undefined) refuse(place, shape, kinds[is] ?? is, undefined, context);
    else if (shape.informal) place.holder[place.key] = meant;
    else
      refuse(place, shape, kinds[is] ?? is, undefined, context, `It is taken for ${called(meant)}.`, meant);
  } else if (among && typeof value === "string" && !among.includes(value)) {
    const near = closest(value, among);
    const words = among.map((word) => `"${word}"`).join(", ");
    context.findings.mistake({
      at: { node: place.holder, key: place.key },
      what: `${place.shown} is one of ${words}, and this is ${called(value)}.`,
      advice: near === undefined ? "Write one of them." : `Did you mean "${near}"?`,
      reading: near === undefined ? "It is ignored." : `It is taken for "${near}".`,
    });
    put(place, near);
  }
}

const kinds: Partial<Record<Shape["is"], string>> = {
  string: "a text",
  boolean: "true or false",
  number: "a number",
};

/** What YAML makes of a text without quotes, and of `true` in them. */
function otherwise(value: unknown, is: Shape["is"]): unknown {
  if (is === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (is === "boolean" && (value === "true" || value === "false")) return value === "true";
  return undefined;
}

/** Tells that a value is not what its place asks for, and puts another, or none, in its place. */
function refuse(
  place: Place,
  { informal }: Shape,
  expected: string,
  outer: Visit | undefined,
  { findings }: Context,
  reading = "It is ignored.",
  correction?: unknown,
): void {
  const value = place.holder[place.key];
  const at = { node: place.holder, key: place.key };
  const what = `${place.shown} must be ${expected}, and this is ${called(value)}.`;
  // The requirement of a security scheme stays one, whatever its scopes.
  const isRequirement = outer?.name === "SecurityRequirement";
  if (!informal) findings.mistake({ at, what, advice: advise(value, expected), reading });
  else if (value !== null) findings.oddity(at, `${what} It is ignored.`);
  put(place, isRequirement ? [] : correction);
}

function advise(value: unknown, expected: string): string {
  if (value === null) return "Write what belongs there, or remove the key.";
  if (expected === kinds.string && typeof value !== "object") return "Put it in quotes.";
  if (expected === kinds.boolean && (value === "true" || value === "false"))
    return "Write it without quotes.";
  return "Correct it, or remove it.";
}

function put({ holder, key }: Place, value: unknown): void {
  if (value !== undefined || Array.isArray(holder)) holder[key] = value;
  else delete holder[key];
}

function plural(of: Shape["of"]): string {
  return isObjectName(of) ? objects[of].many : "texts";
}

function isObjectName(of: Shape["of"]): of is ObjectName {
  return of !== undefined && of !== "string";
}
