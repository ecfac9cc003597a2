import type { Body } from "@visitors-api/codegen";
import { isJson, isObject, type MediaType } from "@visitors-api/openapi";
import {
  type Part as ClientPart,
  type FieldEncoding,
  partsOf,
  partType,
  serialize,
  textOf,
} from "../../../client/src/serialization.ts";
import { json } from "../json.ts";
import type { Part, RequestBody } from "./request.ts";

/** How a value is written as a body, as the client has it. */
export type WrittenMedia = Pick<MediaType, "kind"> & Pick<Body, "encoding">;

/**
 * A value as the body that the client sends it as.
 *
 * @param mediaType what it is sent as.
 */
export function writeBody(value: unknown, { kind, encoding }: WrittenMedia, mediaType: string): RequestBody {
  if (value instanceof File) return { kind: "file", file: value };
  if (kind === "json") return { kind, value };
  if (!isObject(value) || (kind !== "form" && kind !== "multipart")) {
    return { kind: "text", text: bodyText(value) };
  }
  const fields = Object.entries(value);
  if (kind === "form")
    return formBody(fields.flatMap(([name, field]) => pairsOf(name, field, encoding?.[name])));
  const parts = fields.flatMap(([name, field]) => partsOf(name, field, encoding?.[name]));
  return { kind, mediaType, parts: parts.map(partOf) };
}

/** A value that is sent as text. */
export function bodyText(value: unknown): string {
  return typeof value === "string" ? value : json(value);
}

/** A form as its fields, or as text where a style writes more than names and values. */
function formBody(pairs: readonly string[]): RequestBody {
  const text = pairs.filter(Boolean).join("&");
  const fields = [...new URLSearchParams(text)];
  // A style has a space as `%20`, and nothing else that the platform's forms write otherwise.
  const isPlain = String(new URLSearchParams(fields)) === text.replaceAll("%20", "+");
  return isPlain ? { kind: "form", fields } : { kind: "text", text };
}

/** The pairs of a form that a field is written as. What is to be JSON is one text. */
function pairsOf(name: string, value: unknown, how: FieldEncoding = ""): string[] {
  if (typeof how !== "string") return [serialize(name, value, how)];
  const parts = partsOf(name, isJson(how) ? [value] : value, how);
  return parts.map((part) => String(new URLSearchParams([[name, partText(part)]])));
}

function partOf(part: ClientPart): Part {
  const { name = "", content } = part;
  return { name, value: content instanceof File ? content : partText(part), mediaType: partType(part) };
}

function partText(part: ClientPart): string {
  return isJson(partType(part) ?? "") ? json(part.content) : textOf(part.content);
}
