import { type BodyKind, bodyKind, type MediaTypeObject } from "@visitors-api/codegen";
import { isObject } from "@visitors-api/openapi";
import { pairsOf, type Style } from "./parameter-styles.ts";
import { type Field, type Part, type RequestBody, SampleFile } from "./request.ts";

/** A value as the body that it is sent as. */
export function writeBody(
  value: unknown,
  media: Pick<MediaTypeObject, "encoding">,
  mediaType: string,
): RequestBody {
  if (value instanceof SampleFile) return { kind: "file", file: value };
  const kind: BodyKind = bodyKind(mediaType);
  if (kind === "json") return { kind, value };
  if (kind === "form" && isObject(value)) return formBody(value, media);
  if (kind === "multipart" && isObject(value)) return { kind, parts: Object.entries(value).flatMap(partsOf) };
  return { kind: "text", text: typeof value === "string" ? value : JSON.stringify(value) };
}

/** A form as its fields, or as text where a style writes more than names and values. */
function formBody(
  value: Readonly<Record<string, unknown>>,
  { encoding = {} }: Pick<MediaTypeObject, "encoding">,
): RequestBody {
  const fields = Object.entries(value).map(([name, field]) => {
    const { contentType = "", style, explode, allowReserved = false } = encoding[name] ?? {};
    const isStyled = style !== undefined || explode !== undefined || allowReserved;
    // OpenAPI 3.1 § 4.8.14.4: an object is JSON unless a style says otherwise.
    const isJson = !isStyled && (isObject(field) || bodyKind(contentType) === "json");
    const named = isJson ? "json" : (style ?? "form");
    const how: Style = { style: named, explode: explode ?? named === "form", allowReserved };
    const isJoined = !how.explode && !isJson && typeof field === "object";
    return { pairs: pairsOf(name, field, how), isPlain: !isJoined && !allowReserved };
  });
  const pairs = fields.flatMap((field) => field.pairs);
  if (!fields.every(({ isPlain }) => isPlain)) {
    return { kind: "text", text: pairs.map((pair) => pair.join("=")).join("&") };
  }
  return {
    kind: "form",
    fields: pairs.map(([name, text]): Field => [decodeURIComponent(name), decodeURIComponent(text)]),
  };
}

/** A list is its items under one name, and an object is JSON. */
function partsOf([name, value]: [string, unknown]): Part[] {
  return [value].flat().flatMap((item): Part[] => {
    if (item === undefined || item === null) return [];
    if (item instanceof SampleFile) return [{ name, value: item }];
    return [{ name, value: typeof item === "object" ? JSON.stringify(item) : String(item) }];
  });
}
