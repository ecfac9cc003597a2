import { refusingDepth } from "./depth.ts";
import { DocumentParts, type PartsContext } from "./document-parts.ts";
import { type JsonObject, objectOrEmpty } from "./json.ts";
import type { Notice } from "./notice.ts";
import { under } from "./reference-object.ts";
import { type NormalizeContext, normalizeSchema } from "./schema-object/normalize.ts";
import { SchemaReferences } from "./schema-object/references.ts";
import type { Schema } from "./schema-object.ts";

/** A document in which everything is said in one way, and what was not said in that way before. */
export interface NormalizedDocument {
  /**
   * The document as one of OpenAPI 3.1: schemas in one dialect, operations with all that holds for them, and no reference but
   * those to components.
   */
  readonly document: JsonObject & { readonly openapi: string };
  readonly notices: readonly Notice[];
}

/**
 * Says in one way what OpenAPI lets one say in several.
 *
 * @param original One bundled document of OpenAPI 3.0 or 3.1. It stays as it is.
 * @throws {TypeError} when it is nested deeper than the stack allows.
 * @throws {ReferenceObjectError} when a reference leads to nothing, back to itself, or out of the document.
 */
export function normalizeDocument(original: JsonObject): NormalizedDocument {
  return refusingDepth(() => normalize(original));
}

function normalize(original: JsonObject): NormalizedDocument {
  const notices: Notice[] = [];
  const isOpenApi30 = String(original["openapi"]).startsWith("3.0");
  const context: NormalizeContext = {
    isOpenApi30,
    references: new SchemaReferences(original, isOpenApi30),
    notices,
  };
  const readSchema: PartsContext["readSchema"] = (schema, pointer, place) =>
    normalizeSchema(schema, pointer, place, context);
  const document = new DocumentParts(original, { isOpenApi30, notices, readSchema }).document();
  const components = { ...objectOrEmpty(document["components"]), ...componentSchemas(original, context) };
  const openapi = isOpenApi30 ? "3.1.0" : String(original["openapi"]);
  return { document: { ...document, components, openapi }, notices: withoutRepetition(notices) };
}

/** The component schemas, and those that became some because something refers to them. */
function componentSchemas(original: JsonObject, context: NormalizeContext): JsonObject {
  const { references } = context;
  const { schemas } = objectOrEmpty(original["components"]);
  const normalized = Object.entries(objectOrEmpty(schemas)).map(([name, schema]) => {
    const pointer = under("#/components/schemas", name);
    return [name, normalizeSchema(schema, pointer, references.placeOf(name), context)] as const;
  });
  const moved = [];
  // A map is walked in the order of its insertions, those made meanwhile included.
  for (const { name, schema, pointer } of references.moved) {
    moved.push([name, normalizeSchema(schema, pointer, "json", context)] as const);
  }
  const all = [...normalized, ...moved];
  return schemas !== undefined || all.length > 0 ? { schemas: Object.fromEntries(all) } : {};
}

/** A normalized document with other schemas in the place of its own. */
export function mapSchemas(
  normalized: NormalizedDocument["document"],
  change: (schema: Schema) => Schema,
): JsonObject {
  // `normalizeDocument` has made a schema of whatever stands where one can.
  const readSchema = (schema: unknown) => change(schema as Schema);
  const document = new DocumentParts(normalized, { isOpenApi30: false, notices: [], readSchema }).document();
  const components = objectOrEmpty(document["components"]);
  if (components["schemas"] === undefined) return document;
  const schemas = Object.entries(objectOrEmpty(components["schemas"])).map(
    ([name, schema]) => [name, readSchema(schema)] as const,
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/** What is referred to from several places is read for each of them. */
function withoutRepetition(notices: readonly Notice[]): Notice[] {
  const byText = new Map(notices.map((notice) => [`${notice.pointer} ${notice.message}`, notice]));
  return [...byText.values()];
}
