import { buildModel, type Description, type Model, normalize } from "@visitors-api/codegen";
import { loadWithPlaces, type PlaceOf } from "@visitors-api/codegen/load";

/** A description, and what the generator makes of it. */
export interface Read {
  /** As it was written. */
  readonly description: Description;
  /** As the generator brings it to one form. */
  readonly normalized: Description;
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

export function prepare(description: Description): Omit<Read, "placeOf"> {
  const normalized = normalize(description).description;
  return { description, normalized, model: buildModel(normalized) };
}
