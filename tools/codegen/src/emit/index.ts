import type { Description } from "../load/openapi.ts";
import type { Model } from "../model/model.ts";
import { emitClient } from "./client.ts";
import { emitComponents } from "./components.ts";
import { emitErrors } from "./errors.ts";
import { emitOperations } from "./operations.ts";
import { emitSchemas } from "./schemas.ts";
import { header } from "./text.ts";
import { emitTypes } from "./types.ts";

/**
 * The text of each generated file by its name, unformatted, in two parts, so that the first can be formatted while the
 * second is printed. It is the types: openapi-typescript adds to the description what it finds out of discriminators, so
 * nothing may be made of the description after them.
 *
 * @param runtime The import specifier of the client's run time, as seen from the generated files.
 */
export function* emit(
  description: Description,
  model: Model,
  runtime: string,
): Generator<ReadonlyMap<string, string>> {
  const top = header(model.title, model.version);
  const files = {
    "client.ts": emitClient(model, runtime),
    "components.ts": emitComponents(model, runtime),
    "errors.ts": emitErrors(model, runtime),
    "index.ts": emitIndex(),
    "operations.ts": emitOperations(model, runtime),
    "schemas.ts": emitSchemas(description, model, runtime, runtime.replace("/runtime/", "/validation/")),
  };
  yield new Map(Object.entries(files).map(([name, text]) => [name, top + text]));
  yield new Map([["types.ts", top + emitTypes(description, runtime)]]);
}

function emitIndex(): string {
  return `export { type Client, type ClientOptions, createClient, servers } from "./client.ts";
export type * from "./components.ts";
export * from "./errors.ts";
export type { Operations } from "./operations.ts";
export type { components, operations, paths } from "./types.ts";
`;
}
