import { isObject, type JsonObject } from "../json.ts";

/** OpenAPI 3.1 § 4.8.23: stands in the place of what it leads to. */
export type ReferenceObject = JsonObject & { $ref: string };

export function isReference(node: unknown): node is ReferenceObject {
  return isObject(node) && typeof node["$ref"] === "string";
}
