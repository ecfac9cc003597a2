import {
  allParts,
  isJson,
  type MediaType,
  type Parameter,
  type Schema,
  type Schemas,
  type Serialization,
  typesOf,
} from "@visitors-api/openapi";
import type { Body, Styles, StyleTuple } from "./model.ts";

/** What openapi-fetch does by itself, and the run time where it is told of some styles and not of others. */
const usual = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

type Place = keyof typeof usual;

/**
 * The styles of parameters that differ from the usual: a list's items each under its name, in paths everything as `simple`, and
 * a header that is no object and no list.
 */
export function buildStyles(
  parameters: Readonly<Record<Place, readonly Parameter[]>>,
  schemas: Schemas,
): Styles | undefined {
  const unusual = (place: Place) =>
    parameters[place].flatMap((parameter) => {
      const style = styleTuple(parameter);
      // Names of headers are the same in either case.
      const name = place === "header" ? parameter.name.toLowerCase() : parameter.name;
      return isUsual(name, style, place, shapeOf(parameter.schema, schemas)) ? [] : [[name, style]];
    });
  const found = {
    path: unusual("path"),
    query: unusual("query"),
    header: unusual("header"),
    cookie: unusual("cookie"),
  };
  if (Object.values(found).every((styles) => styles.length === 0)) return undefined;

  const given = Object.entries(found).filter(([, styles]) => styles.length > 0);
  return Object.fromEntries(given.map(([place, styles]) => [place, Object.fromEntries(styles)]));
}

/** How a parameter is written. */
export function styleTuple({ mediaType, style, explode, allowReserved }: Serialization): StyleTuple {
  if (mediaType === undefined) return tuple(style, explode, allowReserved);
  return isJson(mediaType) ? ["json"] : [style];
}

/** How the fields of a form are written, where that is not in the usual way. */
export function buildEncoding({ kind, encoding }: Pick<MediaType, "kind" | "encoding">): Body["encoding"] {
  if (kind !== "form" && kind !== "multipart") return undefined;
  const fields = Object.entries(encoding).flatMap(
    ([name, { contentType, style, explode = false, allowReserved }]) => {
      // OpenAPI 3.1 § 4.8.15.1: a style that is given outweighs a media type.
      const how = style === undefined ? contentType : tuple(style, explode, allowReserved);
      return how === undefined ? [] : [[name, how] as const];
    },
  );
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** Without what is false anyway, so that the table stays small. */
function tuple(style: string, explode: boolean, allowReserved: boolean): StyleTuple {
  if (allowReserved) return [style, explode, true];
  return explode ? [style, true] : [style];
}

interface Shape {
  readonly list: boolean;
  readonly object: boolean;
}

/** What a value may be beside a scalar, whose style shows only where it says more than the value. */
function shapeOf(schema: Schema | undefined, schemas: Schemas): Shape {
  const types = typesOf(schema, schemas);
  if (types.size > 0) return { list: types.has("array"), object: types.has("object") };
  // Whoever leaves the type out shows it by what else is said.
  const parts = allParts(schema, schemas);
  return {
    list: parts.some(({ items, prefixItems }) => (items ?? prefixItems) !== undefined),
    object: parts.some(
      ({ properties, additionalProperties }) =>
        (properties ?? (additionalProperties || undefined)) !== undefined,
    ),
  };
}

function isUsual(
  name: string,
  [style, explode, reserved]: StyleTuple,
  place: Place,
  { list, object }: Shape,
): boolean {
  // openapi-fetch writes the name of a query parameter as it is.
  if (place === "query" && /[^\w.~-]/.test(name)) return false;
  if (reserved || style === "json" || style === "label" || style === "matrix") return false;
  if (place === "header") return !object && !list;
  if (place === "cookie") return explode === true || !(object || list);
  if (place === "path") return !(object && explode);
  return !object && (!list || (style === "form" && explode === true));
}
