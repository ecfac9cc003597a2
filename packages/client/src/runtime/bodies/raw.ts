import type { Step } from "../description.ts";
import { isIn, isJson, isRange } from "../media-types.ts";
import { isFields } from "./fields.ts";

/** What other steps write. */
const forms = ["application/x-www-form-urlencoded", "multipart/*"];

/** Sends a body that is text or bytes, and so neither JSON nor a form, as it is. */
export const raw: Step = ({ body: mediaType = "application/json" }, { body }) => {
  if (isJson(mediaType) || forms.some((form) => isIn(mediaType, form))) return undefined;
  return {
    bodySerializer: isValue(body) ? (value) => write(value, mediaType) : (made) => made,
    ...(body !== undefined &&
      isRange(mediaType) && { lastHeaders: { "Content-Type": typeIn(mediaType, body) } }),
    // Fetch § 5.4 demands it of a stream: the response is read when all of the request is sent.
    ...(body instanceof ReadableStream && { duplex: "half" }),
  };
};

/** What a body is, where the description gives a range of media types, which no message can have. */
function typeIn(range: string, body: unknown): string {
  if (body instanceof Blob && body.type && isIn(body.type, range)) return body.type;
  if (isValue(body)) return "application/json";
  return typeof body === "string" ? "text/plain;charset=UTF-8" : "application/octet-stream";
}

/**
 * Writes what is neither, as JSON.
 *
 * @throws {TypeError} when that is not in the range.
 */
function write(value: unknown, mediaType: string): string {
  if (isIn("application/json", mediaType)) return JSON.stringify(value);
  throw new TypeError(`The body is ${mediaType}: give it as text or bytes`);
}

function isValue(body: unknown): boolean {
  return isFields(body) || Array.isArray(body);
}
