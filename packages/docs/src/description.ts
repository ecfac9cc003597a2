/** A JSON object of unknown shape. */
export type JsonObject = { [name: string]: unknown };

/** An OpenAPI description in one document: every `$ref` points inside it. */
export type Description = JsonObject & {
  openapi: string;
  info: JsonObject & { title: string };
};

/** The description cannot be used. The message says what is wrong, where, and what to do. */
export class DescriptionError extends Error {
  override name = "DescriptionError";
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
