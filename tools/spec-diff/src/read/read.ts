import { buildModel, type Model } from "@visitors-api/codegen";
import { loadWithPlaces, type PlaceOf } from "@visitors-api/codegen/load";
import {
  type Description,
  type JsonObject,
  type NormalizedDocument,
  normalizeDocument,
  readNormalized,
} from "@visitors-api/openapi";
import type { OpenApiObject } from "./openapi-document.ts";

/** A description as it is written, and what the generator makes of it. */
export interface Read {
  readonly document: OpenApiObject;
  readonly normalized: NormalizedDocument;
  readonly description: Description;
  readonly model: Model;
  readonly placeOf: PlaceOf;
}

/**
 * @param path An OpenAPI 3.0 or 3.1 document, in one file or many.
 * @throws {DescriptionError} with every mistake and its place, when the description cannot be used.
 */
export async function read(path: string): Promise<Read> {
  const { description, placeOf } = await loadWithPlaces(path);
  return { ...prepare(description), placeOf };
}

/** @param document As `loadDescription` gives it. */
export function prepare(document: JsonObject): Omit<Read, "placeOf"> {
  const normalized = normalizeDocument(document);
  const description = readNormalized(document, normalized);
  // The loader has checked that each object is what its place asks for.
  return { document: document as OpenApiObject, normalized, description, model: buildModel(description) };
}
