import {
  bodyKind,
  type Description,
  firstExample,
  type MediaTypeObject,
  type OperationObject,
  resolve,
  type SchemaObject,
} from "@visitors-api/codegen";
import { isObject } from "@visitors-api/openapi";
import { type RequestBody, SampleFile } from "./request.ts";
import { schemaSample } from "./schema-sample.ts";
import { writeBody } from "./write-body.ts";

/** One body that an operation can be sent. */
export type SampleBody = {
  readonly example: string | undefined;
  /** As the description has it. */
  readonly offered: string;
  /** As it is sent. */
  readonly mediaType: string;
  readonly value: unknown;
  readonly body: RequestBody;
};

/** A body for each named example of each media type; where there are none, one for the media type. */
export function bodiesOf({ requestBody }: OperationObject, description: Description): SampleBody[] {
  if (!requestBody) return [];
  const { content = {} } = resolve(description, requestBody);
  return Object.entries(content).flatMap(([offered, media]) => {
    // A wildcard says nothing, and an API that says nothing speaks JSON.
    const mediaType = offered.includes("*") ? "application/json" : offered;
    return examplesOf(media, mediaType, description).map(([example, documented]) => {
      const value = withFiles(documented, media, mediaType, description);
      return { example, offered, mediaType, value, body: writeBody(value, media, mediaType) };
    });
  });
}

function examplesOf(
  media: MediaTypeObject,
  mediaType: string,
  description: Description,
): [name: string | undefined, value: unknown][] {
  const isBytes = bodyKind(mediaType) === "binary";
  if (isBytes && isBinary(schemaOf(media.schema, description))) return [[undefined, file(mediaType)]];
  const named = Object.entries(media.examples ?? {}).flatMap(([name, example]) => {
    const { value } = resolve<{ readonly value?: unknown }>(description, example);
    return value === undefined ? [] : [[name, value] as [string, unknown]];
  });
  if (named.length > 0) return named;
  const documented = firstExample(description, media);
  if (documented !== undefined) return [[undefined, documented]];
  const isXml = /[/+]xml\b/.test(mediaType);
  if (isBytes && !isXml) return [[undefined, file(mediaType)]];
  return [[undefined, schemaSample(media.schema, description, isXml ? "xml" : "json")]];
}

function file(mediaType: string): SampleFile {
  return new SampleFile("file", mediaType);
}

/** Files in the place of what an example says about them: a form has text and files, and an example only text. */
function withFiles(
  value: unknown,
  { schema, encoding = {} }: MediaTypeObject,
  mediaType: string,
  description: Description,
): unknown {
  if (bodyKind(mediaType) !== "multipart" || !isObject(value)) return value;
  const { properties = {} } = schemaOf(schema, description);
  const fields = Object.entries(value).map(([name, field]) => {
    const type = encoding[name]?.contentType ?? "application/octet-stream";
    const content = new SampleFile(name, type);
    const property = schemaOf(properties[name], description);
    if (isBinary(property)) return [name, content];
    if (Array.isArray(field) && isBinary(schemaOf(property.items, description))) return [name, [content]];
    return [name, field];
  });
  return Object.fromEntries(fields);
}

function isBinary(schema: SchemaObject & { readonly format?: string }): boolean {
  return schema.format === "binary";
}

function schemaOf(schema: MediaTypeObject["schema"], description: Description): SchemaObject {
  if (typeof schema !== "object") return {};
  return resolve(description, schema.$ref === undefined ? schema : { $ref: schema.$ref });
}
