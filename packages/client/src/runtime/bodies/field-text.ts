import { isJson } from "../media-types.ts";
import { textOf } from "../styles.ts";

/** The media type of a field that the description gives none, and that is no bytes (OpenAPI 3.1.1 § 4.8.15.1.1). */
export function usualType(value: unknown): "application/json" | "text/plain" {
  return isObject(value) ? "application/json" : "text/plain";
}

/**
 * A field of a form as text of a media type.
 *
 * @throws {TypeError} when it is an object, and the media type none that objects are written as here.
 */
export function fieldText(value: unknown, mediaType: string, name = ""): string {
  if (isJson(mediaType)) return JSON.stringify(value);
  if (isObject(value)) throw new TypeError(`The field ${name} is ${mediaType}: give it as text`);
  return textOf(value);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
