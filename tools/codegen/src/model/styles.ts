import type {
  Description,
  EncodingObject,
  MediaTypeObject,
  ParameterObject,
  Schema,
  SchemaObject,
} from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import { bodyKind } from "./media-types.ts";
import type { Styles, StyleTuple } from "./model.ts";

/** What openapi-fetch does by itself, and the run time where it is told of some styles and not of others. */
const usual = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

type Place = keyof typeof usual;

/**
 * The styles of parameters and of a form's fields that differ from the usual: a list's items each under its name, in paths
 * everything as `simple`, and a header that is no object and no list.
 */
export function buildStyles(
  parameters: Readonly<Record<Place, readonly ParameterObject[]>>,
  body: MediaTypeObject | undefined,
  description: Description,
): Styles | undefined {
  const unusual = (place: Place) =>
    parameters[place].flatMap((parameter) => {
      const style = styleOf(parameter, place);
      // Names of headers are the same in either case.
      const name = place === "header" ? parameter.name.toLowerCase() : parameter.name;
      return isUsual(name, style, place, shapeOf(parameter.schema, description)) ? [] : [[name, style]];
    });
  const fields = Object.entries(body?.encoding ?? {}).flatMap(([name, encoding]) => {
    const style = fieldStyle(encoding);
    return style ? [[name, style]] : [];
  });
  const found = {
    path: unusual("path"),
    query: unusual("query"),
    header: unusual("header"),
    cookie: unusual("cookie"),
    body: fields,
  };
  if (Object.values(found).every((styles) => styles.length === 0)) return undefined;

  const given = Object.entries(found).filter(([, styles]) => styles.length > 0);
  return Object.fromEntries(given.map(([place, styles]) => [place, Object.fromEntries(styles)]));
}

/** OpenAPI 3.1 § 4.8.12.2: `form` is exploded unless it is said not to be, and any other style is not. */
function styleOf(
  { content, style, explode, allowReserved = false }: ParameterObject,
  place: Place,
): StyleTuple {
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType !== undefined) return bodyKind(mediaType) === "json" ? ["json"] : [usual[place]];
  const name = style ?? usual[place];
  return tuple(name, explode ?? name === "form", allowReserved);
}

/** OpenAPI 3.1 § 4.8.15.1: a style that is given outweighs a media type. */
function fieldStyle({
  contentType = "",
  style,
  explode,
  allowReserved,
}: EncodingObject): StyleTuple | undefined {
  if (style === undefined && explode === undefined && allowReserved === undefined)
    return bodyKind(contentType) === "json" ? ["json"] : undefined;
  const name = style ?? "form";
  return tuple(name, explode ?? name === "form", allowReserved ?? false);
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
function shapeOf(schema: Schema | undefined, description: Description, seen = new Set<unknown>()): Shape {
  if (typeof schema !== "object") return { list: false, object: false };
  const resolved = resolve<SchemaObject>(description, schema);
  if (seen.has(resolved)) return { list: false, object: false };
  seen.add(resolved);
  const { type, properties, additionalProperties, items, allOf = [], anyOf = [], oneOf = [] } = resolved;
  const parts = [...allOf, ...anyOf, ...oneOf].map((part) => shapeOf(part, description, seen));
  const types = [type].flat();
  return {
    list: types.includes("array") || items !== undefined || parts.some(({ list }) => list),
    object:
      types.includes("object") ||
      properties !== undefined ||
      (additionalProperties !== undefined && additionalProperties !== false) ||
      parts.some(({ object }) => object),
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
