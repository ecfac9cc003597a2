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
const usual = { path: "simple", query: "form" } as const;

/**
 * The styles of parameters and of a form's fields that differ from the usual: a list's items each under its name, an
 * object as `deepObject`, and in paths everything as `simple`.
 */
export function buildStyles(
  { path, query }: Record<"path" | "query", readonly ParameterObject[]>,
  body: MediaTypeObject | undefined,
  description: Description,
): Styles | undefined {
  const unusual = (parameters: readonly ParameterObject[], place: "path" | "query") =>
    parameters.flatMap((parameter) => {
      const style = styleOf(parameter, place);
      return isUsual(style, place, shapeOf(parameter.schema, description)) ? [] : [[parameter.name, style]];
    });
  const fields = Object.entries(body?.encoding ?? {}).flatMap(([name, encoding]) => {
    const style = fieldStyle(encoding);
    return style ? [[name, style]] : [];
  });
  const found = { path: unusual(path, "path"), query: unusual(query, "query"), body: fields };
  if (Object.values(found).every((styles) => styles.length === 0)) return undefined;

  // Where some style is given, the run time takes any other to be `form`.
  const deep = query.filter(({ style }) => style === "deepObject");
  const all = { ...found, query: [...found.query, ...deep.map(({ name }) => [name, ["deepObject", true]])] };
  const given = Object.entries(all).filter(([, styles]) => styles.length > 0);
  return Object.fromEntries(given.map(([place, styles]) => [place, Object.fromEntries(styles)]));
}

/** OpenAPI 3.1 § 4.8.12.2: `form` is exploded unless it is said not to be, and any other style is not. */
function styleOf(
  { content, style, explode, allowReserved = false }: ParameterObject,
  place: "path" | "query",
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

function isUsual([style, explode, reserved]: StyleTuple, place: "path" | "query", { list, object }: Shape) {
  if (reserved || style === "json" || style === "label" || style === "matrix") return false;
  if (place === "path") return !(object && explode);
  if (style === "deepObject") return true;
  return !object && (!list || (style === "form" && explode === true));
}
