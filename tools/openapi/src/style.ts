export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** How a value is written into a request, or a response's header (OpenAPI 3.1 § 4.8.12.2). */
export interface Serialization {
  readonly style: ParameterStyle;
  /** Whether each item of a list, and each property of an object, stands by itself. */
  readonly explode: boolean;
  /** Whether characters that RFC 3986 § 2.2 reserves are written as they are, which only a query's can be. */
  readonly allowReserved: boolean;
  /** Set where the value is a document of this media type, in place of being written in a style. */
  readonly mediaType: string | undefined;
}

/** The styles of each place (OpenAPI 3.1 § 4.8.12.3). The first is the one where none is given. */
const styles = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const;

export type ParameterStyle = (typeof styles)[ParameterLocation][number];

/** How values in a place are written, by what is said of it, if anything is (OpenAPI 3.1 § 4.8.12.2.2). */
export function styleOf(
  place: ParameterLocation,
  style: unknown = styles[place][0],
  explode?: unknown,
): Pick<Serialization, "style" | "explode"> {
  return {
    style: styles[place].find((name) => name === style) ?? styles[place][0],
    explode: typeof explode === "boolean" ? explode : style === "form",
  };
}

export function isLocation(place: unknown): place is ParameterLocation {
  return typeof place === "string" && Object.hasOwn(styles, place);
}
