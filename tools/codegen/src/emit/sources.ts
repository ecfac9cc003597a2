import type { Description } from "@visitors-api/openapi";
import type { Model } from "../model/model.ts";
import { emitClient } from "./client.ts";
import { emitComponents } from "./components.ts";
import { emitErrors } from "./errors.ts";
import { emitOperations } from "./operations.ts";
import { emitSchemas } from "./schemas.ts";
import { header } from "./text.ts";

/**
 * The text of each generated file by its name, unformatted, but for the types that the others refer to: they are all that
 * a bundler needs, which leaves types out.
 *
 * @param runtime The import specifier of the client's run time, as seen from the generated files.
 */
export function emitSources(
  description: Description,
  model: Model,
  runtime: string,
): ReadonlyMap<string, string> {
  const top = header(model.title, model.version);
  const files = {
    "client.ts": emitClient(model, runtime),
    "components.ts": emitComponents(model, runtime),
    "errors.ts": emitErrors(model, runtime),
    "index.ts": emitIndex(),
    "operations.ts": emitOperations(model, runtime),
    "schemas.ts": emitSchemas(description, model, runtime, runtime.replace("/runtime/", "/validation/")),
  };
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
