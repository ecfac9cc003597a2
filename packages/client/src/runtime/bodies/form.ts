import type { FieldEncoding, Step } from "../description.ts";
import { isIn, isJson } from "../media-types.ts";
import { serialize } from "../parameters.ts";
import { isBinary } from "./binary.ts";
import { fieldText, usualType } from "./field-text.ts";
import { isFields } from "./fields.ts";

/** Makes a body a form of the media type `application/x-www-form-urlencoded` (OpenAPI 3.1.1 § 4.8.15.2). */
export const form: Step = ({ body: mediaType = "", encoding }) =>
  isIn(mediaType, "application/x-www-form-urlencoded")
    ? {
        bodySerializer: (body) =>
          isFields(body)
            ? Object.entries(body)
                .flatMap(([name, value]) => field(name, value, encoding?.[name]))
                .filter(Boolean)
                .join("&")
            : body,
      }
    : undefined;

/**
 * A field that has a style is written as a parameter of that style. Any other is text, encoded as RFC 1866 § 8.2.1 says; a
 * list is its items under one name, unless it is to be JSON. Null can be said in JSON only: elsewhere it is left out, as
 * RFC 6570 § 2.3 calls it undefined.
 *
 * @throws {TypeError} when it is bytes, which such a form cannot hold.
 */
function field(name: string, value: unknown, how: FieldEncoding = ""): string[] {
  if (typeof how !== "string") return [serialize(name, value, how)];
  const values = Array.isArray(value) && !isJson(how) ? value : [value];
  return values.flatMap((item) => {
    if (item === undefined || (item === null && !isJson(how))) return [];
    if (isBinary(item)) throw new TypeError(`The field ${name} cannot be bytes: give it as text`);
    return `${new URLSearchParams([[name, fieldText(item, how || usualType(item), name)]])}`;
  });
}
