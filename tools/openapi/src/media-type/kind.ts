import { isFile } from "../schema-object/file.ts";
import type { Schema } from "../schema-object.ts";
import { parseMediaType } from "./parse.ts";

/**
 * How a body is written and read: as JSON, as a form of either kind, as text, as bytes, or bit by bit as it comes, each bit
 * a document of its own.
 */
export type BodyKind = "json" | "form" | "multipart" | "text" | "bytes" | "stream";

/** Server-sent events, and sequences of JSON documents (RFC 7464, RFC 8091) with the names that they have in practice. */
const streams =
  /^(text\/event-stream|application\/((x-)?(ndjson|jsonl|jsonlines|json-seq)|stream\+json)|.*\+json-seq)$/;

/**
 * The kind of a body of a media type. A range that JSON falls in says no more than its schema does: bytes where that is a
 * file, or where there is none, and otherwise the JSON that the schema describes.
 *
 * @param schema References followed.
 */
export function bodyKind(mediaType: string, schema?: Schema): BodyKind {
  const { type, subtype } = parseMediaType(mediaType);
  const essence = `${type}/${subtype}`;
  if (streams.test(essence)) return "stream";
  if (essence === "*/*" || essence === "application/*") {
    return schema === undefined || isFile(schema) ? "bytes" : "json";
  }
  if (isJson(mediaType)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (type === "multipart") return "multipart";
  return type === "text" ? "text" : "bytes";
}

/** RFC 8259 § 11, and every media type with the suffix `+json` (RFC 6839 § 3.1). */
export function isJson(mediaType: string): boolean {
  // As nearly everybody writes it; whoever serves requests asks this several times for each.
  if (mediaType === "application/json") return true;
  const { type, subtype } = parseMediaType(mediaType);
  return type !== "*" && /^json$|\+json$/.test(subtype) && !streams.test(`${type}/${subtype}`);
}

/** Whether a name stands for more than one media type (OpenAPI 3.1 § 4.8.14, RFC 9110 § 12.5.1). */
export function isRange(mediaType: string): boolean {
  return parseMediaType(mediaType).subtype === "*";
}
