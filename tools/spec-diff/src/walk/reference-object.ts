import type { OpenApiObject } from "../read/openapi-document.ts";

/**
 * What counts beside a `$ref`: nothing in OpenAPI 3.0 (§ 4.7.23.2), and in 3.1 every keyword (JSON Schema Core § 8.2.3.1).
 *
 * @see https://spec.openapis.org/oas/v3.1.0#reference-object
 */
export function keysBeside({ openapi }: OpenApiObject, reference: object): string[] {
  if (openapi.startsWith("3.0")) return [];
  return Object.keys(reference).filter((key) => key !== "$ref" && !key.startsWith("x-"));
}
