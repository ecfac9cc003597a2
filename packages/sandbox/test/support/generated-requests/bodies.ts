import { isFile, isJson, isObject, type MediaType } from "@visitors-api/openapi";
import fc, { type Arbitrary } from "fast-check";
import { type Material, valuesOf } from "./values.ts";

/** A body, and the media type that a request says it has; the one of a form in parts is the platform's to say. */
export interface Body {
  readonly contentType: string | undefined;
  readonly content: BodyInit;
  /** What it says, where that is held against the schema. */
  readonly value?: unknown;
}

/** Bodies of a described media type; undefined where this knows none. */
export function bodiesOf(mediaType: MediaType, material: Material): Arbitrary<Body | undefined> {
  const { name, kind, schema } = mediaType;
  const values = valuesOf(schema, material);
  if (isJson(name) || kind === "json") {
    const contentType = isJson(name) ? name : "application/json";
    return values.map((value) => ({ contentType, content: JSON.stringify(value), value }));
  }
  if (kind === "form") return values.map((value) => formOf(mediaType, value));
  if (kind === "multipart" && name.startsWith("multipart/form-data")) {
    return values.map((value) => multipartOf(mediaType, value));
  }
  if (name.includes("*")) return fc.constant(undefined);
  return fc
    .string()
    .map((content) => ({ contentType: name, content, ...(kind === "text" && { value: content }) }));
}

/** Lists as a field for each item, objects as JSON (OpenAPI 3.1 § 4.8.14.3). */
function formOf({ name, encoding }: MediaType, value: unknown): Body | undefined {
  if (!isObject(value) || Object.keys(encoding).length > 0) return undefined;
  const fields = fieldsOf(value);
  return fields && { contentType: name, content: new URLSearchParams(fields).toString(), value };
}

function multipartOf({ schema, encoding }: MediaType, value: unknown): Body | undefined {
  if (!isObject(value) || Object.keys(encoding).length > 0 || typeof schema !== "object") return undefined;
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const content = new FormData();
  for (const [name, text] of fields) {
    const property = schema.properties?.[name];
    const isPart = typeof property === "object" && isFile(property);
    content.append(name, isPart ? new Blob([text]) : text);
  }
  return { contentType: undefined, content, value };
}

function fieldsOf(value: Readonly<Record<string, unknown>>): [string, string][] | undefined {
  const fields = Object.entries(value).flatMap(([name, property]) =>
    [property].flat().map((part): [string, unknown] => [name, part]),
  );
  const isClear = Object.values(value).every((property) => !Array.isArray(property) || property.length > 1);
  if (!isClear || fields.some(([, part]) => part === null || part === "" || Array.isArray(part)))
    return undefined;
  return fields.map(([name, part]) => [name, isObject(part) ? JSON.stringify(part) : String(part)]);
}
