import type { Step } from "../description.ts";
import { isFields } from "./fields.ts";

/** Makes a body a form of the media type `multipart/form-data`: a list is its items under one name, and an object is JSON. */
export const multipart: Step = ({ body: mediaType = "" }) =>
  mediaType.startsWith("multipart/")
    ? { bodySerializer: (body) => (isFields(body) ? formData(body) : body) }
    : undefined;

function formData(fields: Readonly<Record<string, unknown>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of [value].flat()) {
      if (item instanceof Blob) data.append(name, item);
      else if (item !== undefined) data.append(name, isFields(item) ? JSON.stringify(item) : String(item));
    }
  }
  return data;
}
