import { buildModel } from "@visitors-api/codegen";
import { type Operation, readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };

/** What the description says, as all that is derived from it reads it. */
export const description = readDescription(document);

/** How the client has it. */
export const model = buildModel(description);

/** The client's method for an operation. */
export function methodOf({ pointer }: Operation): string {
  const generated = model.operations.find((operation) => operation.pointer === pointer);
  if (generated === undefined) throw new Error(`No method is generated for ${pointer}`);
  return generated.name;
}
