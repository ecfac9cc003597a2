import { isObject, type JsonObject, objectOrEmpty } from "../json.ts";
import { bodyKind } from "../media-type/kind.ts";
import { isReference, pointed, schemaName } from "../reference-object.ts";
import { holding, isAssertion } from "./keywords.ts";
import type { SchemaPlace } from "./normalize.ts";

/** The place that a body of a media type is for its schema. */
export function placeOfBody(mediaType: string): SchemaPlace {
  const kind = bodyKind(mediaType);
  return kind === "multipart" || kind === "bytes" ? kind : "json";
}

/** The place of what a keyword holds, by the place of the schema that has it. */
export function placeBelow(keyword: string, place: SchemaPlace): SchemaPlace {
  if (/^(allOf|anyOf|oneOf|then|else)$/.test(keyword)) return place;
  if (place === "multipart" && keyword === "properties") return "part";
  // A list is several parts of one name.
  const isOfParts = place === "multipart" || place === "part";
  return isOfParts && /^(items|prefixItems)$/.test(keyword) ? "part" : "json";
}

/**
 * Whether a schema is one of bytes in a place where bytes travel. In OpenAPI 3.0 it is a string of `format: binary` (§ 4.4.2), in
 * 3.1 it has a `contentMediaType` and no `contentEncoding`, and best no type either (§ 4.4.2).
 */
export function isWrittenFile(schema: JsonObject): boolean {
  const { type, format, contentMediaType, contentEncoding } = schema;
  const isRaw = contentMediaType !== undefined && contentEncoding === undefined;
  if (type !== undefined) return [type].flat().includes("string") && (format === "binary" || isRaw);
  // A limit of its length is all that can be said of bytes.
  const isOfJson = Object.keys(schema).some((keyword) => isAssertion(keyword) && keyword !== "maxLength");
  return isRaw && !isOfJson;
}

/** Whether a schema, as it is written, is a file somewhere or has one, in this place. */
export function holdsFile(schema: unknown, place: SchemaPlace, document: object): boolean {
  const once = onlyOnce();
  // JSON holds none.
  const isNew: IsNew = (part, placeOfPart) => placeOfPart !== "json" && once(part, placeOfPart);
  for (const [part, placeOfPart] of reachable(schema, place, document, isNew)) {
    if (placeOfPart !== "multipart" && isWrittenFile(part)) return true;
  }
  return false;
}

type Placed<T> = readonly [schema: T, place: SchemaPlace];

/** A schema and all that stand within it or that it refers to, each where it is read. */
function* reachable(
  schema: unknown,
  place: SchemaPlace,
  document: object,
  isNew: IsNew,
): Generator<Placed<JsonObject>> {
  // A list of its own in place of the stack, which a chain of references may be longer than.
  const waiting: Placed<unknown>[] = [[schema, place]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [schema, place] = next;
    if (!isObject(schema) || !isNew(schema, place)) continue;
    yield [schema, place];
    if (isReference(schema)) waiting.push([pointed(document, schema.$ref), place]);
    waiting.push(...subschemas(schema, place));
  }
}

type IsNew = (schema: object, place: SchemaPlace) => boolean;

/** Tells what is seen for the first time in a place. */
function onlyOnce(): IsNew {
  const seen: Record<SchemaPlace, Set<object>> = {
    json: new Set(),
    bytes: new Set(),
    multipart: new Set(),
    part: new Set(),
  };
  return (schema, place) => seen[place].size < seen[place].add(schema).size;
}

/**
 * The places in which each component schema is referred to, as far as they matter: where no string of the document could be a
 * file, none does.
 */
export function placesOf(document: JsonObject): ReadonlyMap<string, ReadonlySet<SchemaPlace>> {
  const places = new Map<string, Set<SchemaPlace>>();
  if (!mentionsFiles(document)) return places;
  const isNew = onlyOnce();
  const visit = (written: unknown, placeOfWritten: SchemaPlace): void => {
    for (const [schema, place] of reachable(written, placeOfWritten, document, isNew)) {
      const name = isReference(schema) ? schemaName(schema.$ref) : undefined;
      if (name !== undefined) places.set(name, (places.get(name) ?? new Set()).add(place));
    }
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!isObject(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "content") {
        for (const [mediaType, media] of Object.entries(objectOrEmpty(value))) {
          visit(objectOrEmpty(media)["schema"], placeOfBody(mediaType));
        }
      } else if (key === "schema") visit(value, "json");
      else if (!/^(schemas|example|examples)$/.test(key)) walk(value);
    }
  };
  walk(document);
  return places;
}

function* subschemas(schema: JsonObject, place: SchemaPlace): Generator<Placed<unknown>> {
  for (const [keyword, value] of Object.entries(schema)) {
    if (!holding.has(keyword)) continue;
    const below = placeBelow(keyword, place);
    const children = holding.get(keyword) === "one" ? [value] : Object.values(objectOrList(value));
    for (const child of children) yield [child, below];
  }
}

function objectOrList(value: unknown): object {
  return typeof value === "object" && value !== null ? value : [];
}

function mentionsFiles(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if (isObject(node) && (node["format"] === "binary" || node["contentMediaType"] !== undefined)) return true;
  return Object.values(node).some(mentionsFiles);
}
