import { isObject } from "../json.ts";
import { isHidden } from "../schema-object/direction.ts";
import { patternFlags } from "../schema-object/patterns.ts";
import { type Applied, type Attempt, type Made, type Make, own, type Parts } from "./applied.ts";
import type { Choose } from "./choices.ts";
import { hasExample } from "./documented.ts";
import { excludedValues, highest, lowest, said } from "./parts.ts";

/** How many properties are tried to be left out or to be another than usual. */
const mostChanged = 8;

/**
 * Makes an object: the properties that it has to have and, in a response, those that it may have; in a request, of those the
 * ones that have an example.
 *
 * @param depth How deep it stands.
 */
export function makeObject(parts: Parts, choose: Choose, attempt: Attempt, depth: number, make: Make): Made {
  const schemas = new Map<string, readonly Applied[]>();
  const about = (name: string) => {
    const found = schemas.get(name) ?? propertySchemas(parts, name);
    schemas.set(name, found);
    return found;
  };
  const isThere = (name: string) =>
    !about(name).some(({ schema }) => isHidden(schema, attempt.direction, attempt.schemas));
  const required = new Set(said(parts, "required").flat().filter(isThere));
  const names = chooseNames(parts, required, about, isThere, attempt, depth);
  const entries = new Map<string, unknown>();
  let isValid = true;

  const changed = choose(1 + 2 * Math.min(names.length, mostChanged));
  for (const [index, name] of names.entries()) {
    const isRequired = required.has(name);
    if (!isRequired && changed === 2 * index + 1) continue;
    let made = make(about(name));
    if (made.isValid && changed === 2 * index + 2) {
      const others = excludedValues(parts).flatMap((value) => (isObject(value) ? [value[name]] : []));
      made = make([...about(name), own({ not: { enum: [made.value, ...others] } })]);
    }
    if (!made.isValid && !isRequired) continue;
    isValid &&= made.isValid;
    if (made.value !== undefined) entries.set(name, made.value);
  }
  addOthers(entries, parts, about, attempt, depth, make);
  isValid &&= entries.size >= highest(parts, "minProperties");
  return { value: Object.fromEntries(entries), isValid };
}

/** The names of the described properties to show, in the order of the description. */
function chooseNames(
  parts: Parts,
  required: ReadonlySet<string>,
  about: (name: string) => readonly Applied[],
  isThere: (name: string) => boolean,
  { direction, schemas, depth: deepest }: Attempt,
  depth: number,
): string[] {
  const described = new Set(said(parts, "properties").flatMap(Object.keys));
  const optional = [...described].filter(
    (name) => !required.has(name) && isThere(name) && !about(name).some(({ schema }) => schema === false),
  );
  const exemplified =
    direction === "response"
      ? optional
      : optional.filter((name) => about(name).some(({ schema }) => hasExample(schema, schemas)));
  // A request in which nothing is required and nothing has an example would show nothing.
  const isEmpty = required.size + exemplified.length === 0;
  const wanted = depth >= deepest ? [] : isEmpty ? optional : exemplified;
  const least = highest(parts, "minProperties", 0) - required.size;
  const most = lowest(parts, "maxProperties") - required.size;
  const shown = new Set(
    [...wanted, ...optional].slice(0, Math.max(0, Math.min(most, Math.max(wanted.length, least)))),
  );
  return [...new Set([...described, ...required])].filter((name) => required.has(name) || shown.has(name));
}

/** Adds properties that are not described by name: those that there have to be, and one to show what they are like. */
function addOthers(
  entries: Map<string, unknown>,
  parts: Parts,
  about: (name: string) => readonly Applied[],
  { direction, depth: deepest }: Attempt,
  depth: number,
  make: Make,
): void {
  const patterns = said(parts, "patternProperties").flatMap(Object.keys).filter(isReadable);
  const isMap =
    entries.size === 0 &&
    (patterns.length > 0 || said(parts, "additionalProperties").some((schema) => typeof schema === "object"));
  const isShown = isMap && direction === "response" && depth < deepest && lowest(parts, "maxProperties") > 0;
  const least = highest(parts, "minProperties", isShown ? 1 : 0);
  const names = parts.flatMap(({ schema: { propertyNames }, path }) =>
    propertyNames === undefined ? [] : [{ schema: propertyNames, path }],
  );
  const ways = [...patterns, undefined];
  for (let number = 1; entries.size < least && number <= least * ways.length; number++) {
    const pattern = ways[(number - 1) % ways.length];
    const asPattern = pattern === undefined ? [] : [own({ pattern })];
    const unlikeOthers = { examples: [`property${number}`], not: { enum: [...entries.keys()] } };
    const { value: name, isValid } = make([own({ type: "string", ...unlikeOthers }), ...names, ...asPattern]);
    if (!isValid || typeof name !== "string") continue;
    const made = make(about(name));
    if (made.isValid) entries.set(name, made.value);
  }
}

/** The schemas of a property by its name. */
function propertySchemas(parts: Parts, name: string): Applied[] {
  let isEvaluated = false;
  const described = parts.flatMap(({ schema, path }) => {
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    const patterns = Object.entries(patternProperties);
    const found = [
      ...(Object.hasOwn(properties, name) ? [properties[name] ?? true] : []),
      ...patterns.flatMap(([pattern, property]) =>
        isReadable(pattern) && new RegExp(pattern, "u").test(name) ? [property] : [],
      ),
    ];
    const others = patterns.every(([pattern]) => isReadable(pattern)) ? additionalProperties : undefined;
    const applied = found.length > 0 || others === undefined ? found : [others];
    isEvaluated ||= applied.length > 0;
    return applied.map((property) => ({ schema: property, path }));
  });
  if (isEvaluated) return described;
  return parts.flatMap(({ schema: { unevaluatedProperties: schema }, path }) =>
    schema === undefined ? [] : [{ schema, path }],
  );
}

/** A pattern of properties is read with Unicode only. */
function isReadable(pattern: string): boolean {
  return patternFlags(pattern) === "u";
}
