import { buildModel, type Model } from "@visitors-api/codegen";
import { DescriptionError, type Loaded, loadWithPlaces, type PlaceOf } from "@visitors-api/codegen/load";
import {
  type Description,
  type JsonObject,
  type NormalizedDocument,
  normalizeDocument,
  readNormalized,
} from "@visitors-api/openapi";
import type { OpenApiObject } from "./openapi-document.ts";

/** A description as it is written, and what the generator makes of it: plain data. */
export interface Prepared {
  readonly document: OpenApiObject;
  readonly normalized: NormalizedDocument;
  readonly description: Description;
  readonly model: Model;
}

/** The same, and where each part of it was read. */
export interface Read extends Prepared {
  readonly placeOf: PlaceOf;
}

/** Two descriptions, of which the second is what the first became. */
export interface Versions {
  readonly before: Read;
  readonly after: Read;
}

export interface ReadOptions {
  /** Whether mistakes that have one sensible reading are read so, and told as warnings. */
  readonly lenient: boolean;
  /** Called with each mistake that is read as something else. */
  readonly onWarning?: ((problem: Loaded["warnings"][number]) => void) | undefined;
  /** Called with the absolute path or URL of each file before it is read. */
  readonly onRead?: ((file: string) => void) | undefined;
}

/**
 * @param location An OpenAPI 3.0 or 3.1 document, in one file or many: a path or a URL.
 * @throws {DescriptionError} with every mistake and its place, when the description cannot be used.
 */
export async function read(location: string, options: ReadOptions): Promise<Read> {
  const { description, placeOf } = await load(location, options);
  return { ...prepare(description), placeOf };
}

/** What is only odd in a description is no news to who compares it: nothing is told of one without mistakes. */
async function load(location: string, { lenient, onWarning, onRead }: ReadOptions): Promise<Loaded> {
  const reading = onRead ? { onRead } : {};
  try {
    return await loadWithPlaces(location, reading);
  } catch (error) {
    if (!lenient || !(error instanceof DescriptionError)) throw error;
    const loaded = await loadWithPlaces(location, { ...reading, lenient });
    for (const warning of loaded.warnings) onWarning?.(warning);
    return loaded;
  }
}

/** @param document As `loadDescription` gives it. */
export function prepare(document: JsonObject): Prepared {
  const normalized = normalizeDocument(document);
  const description = readNormalized(document, normalized);
  // The loader has checked that each object is what its place asks for.
  return { document: document as OpenApiObject, normalized, description, model: buildModel(description) };
}
