import { refusingDepth } from "./depth.ts";
import { entriesOf, isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOf } from "./json.ts";
import { type NormalizedDocument, normalizeDocument } from "./normalize-document.ts";
import type { Notice } from "./notice.ts";
import {
  type ExternalDocs,
  extensionsOf,
  type Operation,
  readExternalDocs,
  readOperation,
} from "./operation-object.ts";
import { operationsIn, resolvePathItem } from "./path-item-object.ts";
import { resolve, under } from "./reference-object.ts";
import { within } from "./schema-object/direction.ts";
import type { Schema, Schemas } from "./schema-object.ts";
import { readSecurity, type Security } from "./security-requirement-object.ts";
import { readSecurityScheme, type SecurityScheme } from "./security-scheme-object.ts";
import { readServers, type Server } from "./server-object.ts";

/** What an OpenAPI document says (OpenAPI 3.1 § 4.8.1), as plain data. */
export interface Description {
  readonly title: string;
  /** The API's, not OpenAPI's. */
  readonly version: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly externalDocs: ExternalDocs | undefined;
  /** In the document's order. */
  readonly tags: readonly Tag[];
  /** Empty where the document names none. */
  readonly servers: readonly Server[];
  /** What an operation requires that states nothing of its own. */
  readonly security: Security;
  /** By their names, in the document's order. */
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Those that can be called, in the document's order. */
  readonly operations: readonly Operation[];
  /** Those that the API calls, by the names of their webhooks (OpenAPI 3.1 § 4.8.1). */
  readonly webhooks: readonly Operation[];
  /** What the references in schemas lead to. */
  readonly schemas: Schemas;
  /** Some schema asks which properties or items all the others speak of. */
  readonly tracksEvaluated: boolean;
  readonly extensions: JsonObject;
  readonly notices: readonly Notice[];
}

/** OpenAPI 3.1 § 4.8.22. */
export interface Tag {
  readonly name: string;
  readonly description: string;
  readonly externalDocs: ExternalDocs | undefined;
  readonly extensions: JsonObject;
}

/**
 * Reads an OpenAPI document.
 *
 * @param document One bundled document of OpenAPI 3.0 or 3.1.
 * @throws {TypeError} when it is none, or nested deeper than the stack allows: some hundreds of schemas.
 * @throws {ReferenceObjectError} when a reference leads to nothing, back to itself, or out of the document.
 */
export function readDescription(document: object): Description {
  if (!isDocument(document)) {
    throw new TypeError(
      "The description is not an OpenAPI 3.0 or 3.1 document: its `openapi` is not 3.0.x or 3.1.x",
    );
  }
  return readNormalized(document, normalizeDocument(document));
}

/** Whether an object is a document of a version that is read here. */
export function isDocument(document: unknown): document is JsonObject {
  return isObject(document) && /^3\.[01]\./.test(String(document["openapi"]));
}

/**
 * Reads a document that has been normalized.
 *
 * @param original What it was, to tell where things are written.
 */
export function readNormalized(original: JsonObject, normalized: NormalizedDocument): Description {
  return refusingDepth(() => readDocument(original, normalized));
}

function readDocument(original: JsonObject, { document, notices }: NormalizedDocument): Description {
  const info = objectOrEmpty(document["info"]);
  const components = objectOrEmpty(document["components"]);
  // `normalizeDocument` has made schemas of them.
  const schemas = objectOrEmpty(components["schemas"]) as Readonly<Record<string, Schema>>;
  const operations = readPathItems(document, document["paths"], original, "paths");
  const webhooks = readPathItems(document, document["webhooks"], original, "webhooks");
  return {
    title: textOf(info["title"]),
    version: textOf(info["version"]),
    summary: textOf(info["summary"]),
    description: textOf(info["description"]),
    externalDocs: readExternalDocs(document["externalDocs"]),
    tags: listOrEmpty(document["tags"]).filter(isObject).map(readTag),
    servers: readServers(document["servers"]) ?? [],
    security: readSecurity(document["security"]),
    securitySchemes: Object.fromEntries(
      entriesOf(components["securitySchemes"]).map(([name, scheme]) => [
        name,
        readSecurityScheme(name, resolve<JsonObject>(document, objectOrEmpty(scheme))),
      ]),
    ),
    operations,
    webhooks,
    schemas,
    tracksEvaluated: [...Object.values(schemas), ...operations.flatMap(schemasOf)].some(tracksEvaluated),
    extensions: extensionsOf(document),
    notices,
  };
}

function readPathItems(
  document: JsonObject,
  items: unknown,
  original: JsonObject,
  section: string,
): Operation[] {
  const written = objectOrEmpty(original[section]);
  return entriesOf(items).flatMap(([path, normalized]) => {
    const item = resolvePathItem(original, objectOrEmpty(written[path]), under(`#/${section}`, path));
    return operationsIn(item).map(({ method, pointer }) =>
      readOperation(document, objectOrEmpty(objectOrEmpty(normalized)[method]), { method, path, pointer }),
    );
  });
}

function readTag(tag: JsonObject): Tag {
  return {
    name: textOf(tag["name"]),
    description: textOf(tag["description"]),
    externalDocs: readExternalDocs(tag["externalDocs"]),
    extensions: extensionsOf(tag),
  };
}

/** The schemas that stand in an operation. */
function schemasOf({ parameters, requestBody, responses }: Operation): (Schema | undefined)[] {
  const content = [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)];
  return [...parameters, ...content].map(({ schema }) => schema);
}

function tracksEvaluated(schema: Schema | undefined): boolean {
  return [...within(schema)].some(
    ({ unevaluatedItems, unevaluatedProperties }) =>
      unevaluatedItems !== undefined || unevaluatedProperties !== undefined,
  );
}
