import type { Description } from "../load/openapi.ts";
import type { Model } from "../model/model.ts";
import { emitClient } from "./client.ts";
import { emitComponents } from "./components.ts";
import { emitErrors } from "./errors.ts";
import { emitOperations } from "./operations.ts";
import { header } from "./text.ts";
import { emitTypes } from "./types.ts";

/**
 * The text of each generated file by its name, unformatted.
 *
 * @param runtime The import specifier of the client's run time, as seen from the generated files.
 */
export function emit(description: Description, model: Model, runtime: string): Map<string, string> {
  const files = {
    "client.ts": emitClient(model, runtime),
    "components.ts": emitComponents(model, runtime),
    "errors.ts": emitErrors(model, runtime),
    "index.ts": emitIndex(),
    "operations.ts": emitOperations(model, runtime),
    "types.ts": emitTypes(description, runtime),
  };
  const top = header(model.title, model.version);
  return new Map(Object.entries(files).map(([name, text]) => [name, top + text]));
}

function emitIndex(): string {
  return `export { type Client, type ClientOptions, createClient, servers } from "./client.ts";
export type * from "./components.ts";
export * from "./errors.ts";
export type { Operations } from "./operations.ts";
export type { components, operations, paths } from "./types.ts";
`;
}
