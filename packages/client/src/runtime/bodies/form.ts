import type { Step } from "../description.ts";
import { serialize } from "../parameters.ts";
import { isFields } from "./fields.ts";

/**
 * Makes a body a form of the media type `application/x-www-form-urlencoded`. A list is its items under one name, and an
 * object is JSON (OpenAPI 3.1 § 4.8.14.4), unless the description's `encoding` says otherwise.
 */
export const form: Step = ({ body: mediaType = "", styles }) => {
  if (!mediaType.startsWith("application/x-www-form-urlencoded")) return undefined;
  const field = (name: string, value: unknown): string => {
    const isObject = typeof value === "object" && !Array.isArray(value);
    return serialize(name, value, styles?.body?.[name] ?? (isObject ? ["json"] : ["form", true]));
  };
  return {
    bodySerializer: (body) =>
      isFields(body)
        ? Object.entries(body)
            .map(([name, value]) => field(name, value))
            .filter(Boolean)
            .join("&")
        : body,
  };
};
