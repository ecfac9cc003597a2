import { fields, isFields } from "./fields.ts";

/** Makes a body a form of the media type `application/x-www-form-urlencoded`. */
export function form(body: unknown): unknown {
  // Only a multipart form can hold a file; here it is sent as the text that it is printed as.
  return isFields(body)
    ? new URLSearchParams(fields(body).map(([name, value]) => [name, String(value)]))
    : body;
}
