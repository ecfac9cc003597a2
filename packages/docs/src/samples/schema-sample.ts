import type { Description, MediaTypeObject } from "@visitors-api/codegen";
import { sample } from "openapi-sampler";

/** A value that a schema allows, of its examples, defaults and types, for what the description gives no example for. */
export function schemaSample(
  schema: MediaTypeObject["schema"],
  description: Description,
  format: "json" | "xml" = "json",
): unknown {
  if (typeof schema !== "object") return {};
  // The sampler's own type of a schema lacks what OpenAPI 3.1 allows; it reads both.
  const known = schema as Parameters<typeof sample>[0];
  return sample(known, { skipReadOnly: true, quiet: true, format }, description);
}
