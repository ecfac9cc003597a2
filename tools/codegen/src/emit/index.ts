import type { Description, NormalizedDocument } from "@visitors-api/openapi";
import type { Model } from "../model/model.ts";
import { emitSources } from "./sources.ts";
import { header } from "./text.ts";
import { emitTypes } from "./types/types.ts";

/**
 * The text of each generated file by its name, unformatted, in two parts, so that the first can be formatted while the
 * second, the types, is printed.
 *
 * @param runtime The import specifier of the client's run time, as seen from the generated files.
 */
export function* emit(
  normalized: NormalizedDocument,
  description: Description,
  model: Model,
  runtime: string,
): Generator<ReadonlyMap<string, string>> {
  yield emitSources(description, model, runtime);
  const top = header(model.title, model.version);
  yield new Map([["types.ts", top + emitTypes(normalized, description, model, runtime)]]);
}
