import { refusingDepth } from "./depth.ts";
import { DocumentParts } from "./document-parts.ts";
import { type JsonObject, objectOrEmpty } from "./json.ts";
import type { Notice } from "./notice.ts";
import type { NormalizeContext } from "./schema-object/normalize.ts";
import { SchemaReferences } from "./schema-object/references.ts";

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
  const parts = new DocumentParts(original, context);
  const rest = {
    ...original,
    paths: parts.paths(original["paths"]),
    ...(original["webhooks"] !== undefined && {
      webhooks: parts.pathItems(original["webhooks"], "#/webhooks"),
    }),
    components: parts.components(objectOrEmpty(original["components"])),
  };
  return {
    document: { ...rest, openapi: isOpenApi30 ? "3.1.0" : String(original["openapi"]) },
    notices: withoutRepetition(notices),
  };
}

/** What is referred to from several places is read for each of them. */
function withoutRepetition(notices: readonly Notice[]): Notice[] {
  const byText = new Map(notices.map((notice) => [`${notice.pointer} ${notice.message}`, notice]));
  return [...byText.values()];
}
