import type { FieldEncoding, Step } from "../description.ts";
import { isIn, isJson } from "../media-types.ts";
import { pairsOf, textOf } from "../styles.ts";
import { isBinary } from "./binary.ts";
import { isFields } from "./fields.ts";
import { type Part, writePart } from "./part.ts";

/**
 * Makes a body of `multipart/form-data`, `multipart/mixed` and the like (OpenAPI 3.1.1 § 4.8.15.3, RFC 2046 § 5.1): each
 * property is a part with its name, and of a list each item is a part without one. The platform's `FormData` is
 * `multipart/form-data` only, and cannot say of a text which media type it has.
 */
export const multipart: Step = ({ body: offered = "", encoding }, { body, bodySerializer }) => {
  if (!isIn(offered, "multipart/*") || bodySerializer) return undefined;
  // No message can have a range of media types.
  const mediaType = offered.replace("/*", "/form-data");
  const isForm = isIn(mediaType, "multipart/form-data");
  const parts = isFields(body)
    ? Object.entries(body).flatMap(([name, value]) => partsOf(name, value, encoding?.[name]))
    : Array.isArray(body) && body.filter((item) => isSent(item)).map((content) => ({ content }));
  // Any other is one already. The platform writes the media type of its own, for it knows the boundary.
  if (!parts) {
    const lastHeaders = body instanceof FormData ? { "Content-Type": null } : {};
    return { lastHeaders, bodySerializer: (made) => made };
  }

  // Nobody can foresee it, and so write what ends a part.
  const boundary = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const lines = parts.flatMap((part) => [`--${boundary}\r\n`, ...writePart(part, isForm), "\r\n"]);
  return {
    lastHeaders: { "Content-Type": `${mediaType}; boundary=${boundary}` },
    bodySerializer: () => new Blob([...lines, `--${boundary}--\r\n`]),
  };
};

/**
 * A property that has a style is written as a parameter of that style, not encoded (OpenAPI 3.1.2 § 4.8.15.1.2). Of any other,
 * a list is its items under one name.
 */
export function partsOf(name: string, value: unknown, how: FieldEncoding = ""): Part[] {
  const mediaTypes = typeof how === "string" ? how : "";
  if (typeof how !== "string" && !isBinary(value)) {
    return pairsOf(name, value, how, textOf).map(([inner, content]) => ({ name: inner, content }));
  }
  const items = [value].flat().filter((item) => isSent(item, mediaTypes));
  return items.map((content) => ({ name, content, mediaTypes }));
}

/** Null can be said in JSON only: elsewhere it is left out, as RFC 6570 § 2.3 calls it undefined. */
function isSent(value: unknown, mediaTypes = ""): boolean {
  return value !== undefined && (value !== null || isJson(mediaTypes));
}
