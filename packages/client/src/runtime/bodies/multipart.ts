import { fields, isFields } from "./fields.ts";

/** Makes a body a form of the media type `multipart/form-data`. */
export function multipart(body: unknown): unknown {
  if (!isFields(body)) return body;
  const data = new FormData();
  for (const [name, value] of fields(body)) data.append(name, value);
  return data;
}
