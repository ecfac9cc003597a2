import type { OperationEntry } from "../description.ts";
import { serialize } from "../parameters.ts";
import { isFields } from "./fields.ts";

/**
 * Makes a body a form of the media type `application/x-www-form-urlencoded`. A list is its items under one name, and an
 * object is JSON (OpenAPI 3.1 § 4.8.14.4), unless the description's `encoding` says otherwise.
 */
export function form(body: unknown, { styles }: Partial<OperationEntry>): unknown {
  if (!isFields(body)) return body;
  return Object.entries(body)
    .map(([name, value]) => {
      const isObject = typeof value === "object" && !Array.isArray(value);
      return serialize(name, value, styles?.body?.[name] ?? (isObject ? ["json"] : ["form", true]));
    })
    .filter(Boolean)
    .join("&");
}
