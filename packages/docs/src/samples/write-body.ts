import { type Encoding, isJson, isObject, type MediaType, type Serialization } from "@visitors-api/openapi";
import { json } from "../json.ts";
import { type Pair, pairsOf, plainPairsOf, textOf } from "./parameter-styles.ts";
import { type Field, type Part, type RequestBody, SampleFile } from "./request.ts";
import { fieldMediaType } from "./sent-media-type.ts";

/** How a value is written as a body. */
export type WrittenMedia = Pick<MediaType, "kind" | "encoding">;

/**
 * A value as the body that it is sent as.
 *
 * @param mediaType what it is sent as.
 */
export function writeBody(value: unknown, { kind, encoding }: WrittenMedia, mediaType: string): RequestBody {
  if (value instanceof SampleFile) return { kind: "file", file: value };
  if (kind === "json") return { kind, value };
  if (!isObject(value)) return { kind: "text", text: bodyText(value) };
  const fields = Object.entries(value);
  if (kind === "form") return formBody(fields.map(([name, field]) => fieldOf(name, field, encoding[name])));
  if (kind !== "multipart") return { kind: "text", text: bodyText(value) };
  return { kind, mediaType, parts: fields.flatMap(([name, field]) => partsOf(name, field, encoding[name])) };
}

/** A value that is sent as text. */
export function bodyText(value: unknown): string {
  return typeof value === "string" ? value : json(value);
}

type WrittenField = {
  readonly pairs: readonly Pair[];
  /** Names and values are all that there is to it. */
  readonly isPlain: boolean;
};

/** A form as its fields, or as text where a style writes more than names and values. */
function formBody(fields: readonly WrittenField[]): RequestBody {
  const pairs = fields.flatMap((field) => field.pairs);
  if (!fields.every(({ isPlain }) => isPlain)) {
    return { kind: "text", text: pairs.map((pair) => pair.join("=")).join("&") };
  }
  return {
    kind: "form",
    fields: pairs.map(([name, text]): Field => [decodeURIComponent(name), decodeURIComponent(text)]),
  };
}

/** A field of a form (OpenAPI 3.1.1 § 4.8.15.2): in its style, or as media types say. */
function fieldOf(name: string, value: unknown, encoding: Encoding | undefined): WrittenField {
  const style = styleOf(encoding);
  if (style !== undefined) {
    const isJoined = !style.explode && style.style !== "deepObject" && typeof value === "object";
    return { pairs: pairsOf(name, value, style), isPlain: !isJoined && !style.allowReserved };
  }
  // What is to be JSON is one text, and any other list its items under one name.
  const isOne = !Array.isArray(value) || isJson(encoding?.contentType ?? "");
  const items = (isOne ? [value] : value).flatMap((item) => itemOf(item, encoding));
  const pairs = items.flatMap((item) => pairsOf(name, item.value, { ...asText, mediaType: item.mediaType }));
  return { pairs, isPlain: true };
}

/** The parts of a field (§ 4.8.15.3). One that has a style is written as a parameter of that style, not encoded. */
function partsOf(name: string, value: unknown, encoding: Encoding | undefined): Part[] {
  const style = styleOf(encoding);
  if (style !== undefined && !(value instanceof SampleFile)) {
    return plainPairsOf(name, value, style).map(([inner, text]) => ({
      name: inner,
      value: text,
      mediaType: undefined,
    }));
  }
  // A list is its items under one name.
  const items = [value].flat().flatMap((item) => itemOf(item, encoding));
  return items.map(({ value: item, mediaType, isUsual }): Part => {
    if (item instanceof SampleFile) return { name, value: item, mediaType: item.mediaType };
    // RFC 7578 § 4.4: a part without a media type is text.
    const isText = isUsual && mediaType === "text/plain";
    const text = isJson(mediaType) ? json(item) : textOf(item);
    return { name, value: text, mediaType: isText ? undefined : mediaType };
  });
}

const asText = { style: "form", explode: true, allowReserved: false } as const;

/**
 * What of a field is sent, and as which media type: an object as JSON unless it is said to be something else (§ 4.8.15.1.1). Null can be
 * said in JSON only: elsewhere it is left out, as RFC 6570 § 2.3 calls it undefined.
 */
function itemOf(value: unknown, encoding: Encoding | undefined) {
  const described = fieldMediaType(encoding?.contentType);
  if (value === undefined || (value === null && !isJson(described ?? ""))) return [];
  const usual = typeof value === "object" ? "application/json" : "text/plain";
  return [{ value, mediaType: described ?? usual, isUsual: described === undefined }];
}

function styleOf(encoding: Encoding | undefined): Serialization | undefined {
  const { style, explode = false, allowReserved = false } = encoding ?? {};
  return style === undefined ? undefined : { style, explode, allowReserved, mediaType: undefined };
}
