import {
  type FieldEncoding,
  type Part,
  partsOf,
  partType,
  serialize,
  textOf,
} from "../../../../packages/client/src/serialization.ts";
import { type Encoding, entriesOf, isJson, isRange, type MediaType } from "../../src/index.ts";

/** A body, and what it is sent as. */
export interface ExampleBody {
  readonly mediaType: string;
  readonly text: string;
}

/** It is in no example. */
const boundary = "----example-boundary";

/** A value as a body of a media type, written in the way that its kind is. */
export function exampleBody({ name, kind, encoding }: MediaType, value: unknown): ExampleBody {
  // No message can have a range of media types.
  const mediaType = isRange(name) ? rangeExamples[kind] : name;
  switch (kind) {
    case "json":
      return { mediaType, text: JSON.stringify(value) };
    case "form":
      return { mediaType, text: formText(value, encoding) };
    case "multipart":
      return { mediaType: `${mediaType}; boundary=${boundary}`, text: multipartText(value, encoding) };
    default:
      return { mediaType, text: textOf(value) };
  }
}

const rangeExamples: Readonly<Record<MediaType["kind"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
  stream: "application/octet-stream",
};

type Encodings = MediaType["encoding"];

function formText(value: unknown, encoding: Encodings): string {
  const pairs = entriesOf(value).flatMap(([name, field]) => {
    const how = fieldEncoding(encoding[name]);
    if (typeof how !== "string") return serialize(name, field, how) || [];
    return partsOf(name, field, how).map((part) => String(new URLSearchParams([[name, partText(part)]])));
  });
  return pairs.join("&");
}

/** RFC 7578. What a description shows of a file is its text. */
function multipartText(value: unknown, encoding: Encodings): string {
  const parts = entriesOf(value).flatMap(([name, field]) =>
    partsOf(name, field, fieldEncoding(encoding[name])),
  );
  const written = parts.map((part) => {
    const mediaType = partType(part);
    const headers = [
      `Content-Disposition: form-data; name="${part.name}"`,
      ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
    ];
    return [`--${boundary}`, ...headers, "", partText(part), ""].join("\r\n");
  });
  return `${written.join("")}--${boundary}--\r\n`;
}

function partText(part: Part): string {
  return isJson(partType(part) ?? "") ? JSON.stringify(part.content) : textOf(part.content);
}

/** OpenAPI 3.1 § 4.8.15.1: a style that is given outweighs a media type. */
function fieldEncoding(encoding: Encoding | undefined): FieldEncoding {
  const { style, explode = false, allowReserved = false, contentType = "" } = encoding ?? {};
  return style === undefined ? contentType : [style, explode, allowReserved];
}
