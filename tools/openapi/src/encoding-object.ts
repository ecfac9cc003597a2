import { fieldsOf, objectOrEmpty, textOf } from "./json.ts";

/**
 * How a property of a form is written (OpenAPI 3.1 § 4.8.15). What the description leaves open is undefined: a style that is
 * given outweighs a media type.
 */
export interface Encoding {
  /** One media type, a range, or several between commas. */
  readonly contentType: string | undefined;
  readonly style: string | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
}

/** @param encodings The field `encoding` of a Media Type Object. */
export function readEncodings(encodings: unknown): Readonly<Record<string, Encoding>> {
  const read = fieldsOf(encodings).map(([name, value]): [string, Encoding] => {
    const { contentType, style, explode, allowReserved } = objectOrEmpty(value);
    return [
      name,
      {
        contentType: textOf(contentType) || undefined,
        style: textOf(style) || undefined,
        explode: typeof explode === "boolean" ? explode : undefined,
        allowReserved: allowReserved === true,
      },
    ];
  });
  return Object.fromEntries(read);
}
