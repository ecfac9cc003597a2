import { type Schema, type Schemas, sample } from "@visitors-api/openapi";
import { withPlainNumbers } from "../plain-numbers.ts";

/**
 * A value that a schema allows in a request, for what the description gives no example for.
 *
 * @param schemas the components, with plain numbers.
 */
export function schemaSample(schema: Schema, schemas: Schemas): unknown {
  return sample(withPlainNumbers(schema), { schemas, direction: "request" }).value;
}
