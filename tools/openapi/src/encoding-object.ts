import { entriesOf, objectOrEmpty, textOf } from "./json.ts";
import { parseMediaType } from "./media-type/parse.ts";
import { type ParameterStyle, styleOf } from "./style.ts";

/** How a property of a form is written (OpenAPI 3.1 § 4.8.15): in a style, if it has one, and otherwise as a media type. */
export interface Encoding {
  /** One media type, a range, or several between commas. Undefined where the description leaves it open. */
  readonly contentType: string | undefined;
  readonly style: ParameterStyle | undefined;
  /** Undefined where there is no style. */
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
}

/**
 * @param encodings The field `encoding` of a Media Type Object.
 * @param mediaType Its key: styles are for forms only.
 */
export function readEncodings(encodings: unknown, mediaType: string): Readonly<Record<string, Encoding>> {
  const { type, subtype } = parseMediaType(mediaType);
  const hasStyles = type !== "multipart" || subtype === "form-data";
  const read = entriesOf(encodings).map(([name, value]): [string, Encoding] => {
    const { contentType, style, explode, allowReserved } = objectOrEmpty(value);
    // § 4.8.15.1.2: where one of the three is given, the others have their defaults, as those of query parameters.
    const isStyled = hasStyles && [style, explode, allowReserved].some((field) => field !== undefined);
    const written = styleOf("query", style, explode);
    return [
      name,
      {
        contentType: textOf(contentType) || undefined,
        style: isStyled ? written.style : undefined,
        explode: isStyled ? written.explode : undefined,
        allowReserved: isStyled && allowReserved === true,
      },
    ];
  });
  return Object.fromEntries(read);
}
