import { isFields } from "./fields.ts";

/** Makes a body a form of the media type `multipart/form-data`: a list is its items under one name, and an object is JSON. */
export function multipart(body: unknown): unknown {
  if (!isFields(body)) return body;
  const data = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const item of [value].flat()) {
      if (item instanceof Blob) data.append(name, item);
      else if (item !== undefined) data.append(name, isFields(item) ? JSON.stringify(item) : String(item));
    }
  }
  return data;
}
