import type { Schema } from "../schema-object.ts";

/** Whether a schema is one of bytes, in a place where bytes travel (OpenAPI 3.1 § 4.8.14.2): see `normalizeSchema`. */
export function isFile(schema: Schema | undefined): boolean {
  return typeof schema === "object" && schema.type === "string" && schema.format === "binary";
}
