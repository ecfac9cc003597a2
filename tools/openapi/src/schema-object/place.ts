import { isObject, type JsonObject, objectOrEmpty } from "../json.ts";
import { bodyKind } from "../media-type/kind.ts";
import { isReference, pointed, schemaName } from "../reference-object.ts";
import { holding } from "./keywords.ts";
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

/** Whether a string is one of bytes in a place where bytes travel (OpenAPI 3.0 § 4.7.14.2 and 3.1 § 4.8.14.2). */
export function isWrittenFile({ type, format, contentMediaType, contentEncoding }: JsonObject): boolean {
  const isRaw = contentMediaType !== undefined && contentEncoding === undefined;
  return [type].flat().includes("string") && (format === "binary" || isRaw);
}

/** Whether a schema, as it is written, is a file somewhere or has one, in this place. */
export function holdsFile(
  schema: JsonObject,
  place: SchemaPlace,
  document: object,
  seen: ReadonlySet<unknown> = new Set(),
): boolean {
  if (place === "json" || seen.has(schema)) return false;
  if (place !== "multipart" && isWrittenFile(schema)) return true;
  const within = new Set([...seen, schema]);
  return [...subschemas(schema, place)].some(([child, below]) => {
    const target = isReference(child) ? pointed(document, child.$ref) : child;
    return isObject(target) && holdsFile(target, below, document, within);
  });
}

/**
 * The places in which each component schema is referred to, as far as they matter: where no string of the document could be a
 * file, none does.
 */
export function placesOf(document: JsonObject): ReadonlyMap<string, ReadonlySet<SchemaPlace>> {
  const places = new Map<string, Set<SchemaPlace>>();
  if (!mentionsFiles(document)) return places;
  const visit = (schema: unknown, place: SchemaPlace): void => {
    if (!isObject(schema)) return;
    if (isReference(schema)) {
      const name = schemaName(schema.$ref);
      const target = pointed(document, schema.$ref);
      if (name === undefined) {
        visit(target, place);
        return;
      }
      const known = places.get(name) ?? new Set();
      if (known.has(place)) return;
      places.set(name, known.add(place));
      visit(target, place);
    }
    for (const [child, below] of subschemas(schema, place)) visit(child, below);
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

function* subschemas(
  schema: JsonObject,
  place: SchemaPlace,
): Generator<[child: unknown, place: SchemaPlace]> {
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
