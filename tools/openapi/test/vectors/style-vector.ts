import type { ParameterLocation, ParameterStyle } from "../../src/index.ts";

/**
 * A value of a parameter, and the exact text that it is on the wire: what each writer writes, and each reader reads
 * (OpenAPI 3.1.1 § 4.8.12 and its appendices B to E). Plain data.
 */
export interface StyleVector {
  /** What it shows; no two show the same. */
  readonly shows: string;
  readonly place: ParameterLocation;
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved?: true;
  readonly allowEmptyValue?: true;
  /** The value is a document of this media type, and has no style. */
  readonly mediaType?: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  /**
   * Of a query and of cookies what they have because of the parameter, of a path what stands in the place of the template
   * expression, of a header its value. Undefined where nothing is sent: the parameter is not there.
   */
  readonly written: string | undefined;
  /** What a reader makes of it where that is not the value: it cannot be told any more, or it is not there. */
  readonly readsBackAs?: unknown;
  /** The specification leaves it undefined, and what is written is our choice; `shows` says why. */
  readonly isUndefined?: true;
  /**
   * With this in its path, a request would go to another one: the segment is empty, or URL parsers resolve it (RFC 3986 § 5.2.4).
   * A client refuses the value.
   */
  readonly isRefused?: true;
}

/** What a reader makes of what is written. */
export function readBack(vector: StyleVector): unknown {
  return Object.hasOwn(vector, "readsBackAs") ? vector.readsBackAs : vector.value;
}

/** The fields of a Parameter Object that a vector has a say in (§ 4.8.12.2). */
export interface ParameterObject {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly allowEmptyValue?: true;
  readonly schema?: StyleVector["schema"];
  readonly content?: Readonly<Record<string, { readonly schema: StyleVector["schema"] }>>;
}

/** The Parameter Object that describes it. */
export function parameterObject(vector: StyleVector): ParameterObject {
  const { place, name, style, explode, allowReserved, allowEmptyValue, mediaType, schema } = vector;
  return {
    name,
    in: place,
    required: place === "path",
    ...(mediaType === undefined
      ? { style, explode, ...(allowReserved && { allowReserved }), schema }
      : { content: { [mediaType]: { schema } } }),
    ...(allowEmptyValue && { allowEmptyValue }),
  };
}

// What the vectors have in common.
export const text = { type: "string" };
export const texts = { type: "array", items: text };
export const integer = { type: "integer" };
export const integers = { type: "array", items: integer };
/** The values of § 4.8.12.4. */
export const colors = ["blue", "black", "brown"];
export const rgb = { R: 100, G: 200, B: 150 };
export const rgbSchema = { type: "object", properties: { R: integer, G: integer, B: integer } };
export const reserved = ":/?#[]@!$&'()*+,;=";
export const unreserved = "azAZ09-._~";
export const unicode = "größe 😀";
