import { buildEncoding } from "@visitors-api/codegen";
import {
  allParts,
  type RequestBody as DescribedBody,
  isFile,
  isObject,
  type MediaType,
  type Schemas,
  writeXml,
} from "@visitors-api/openapi";
import { type RequestBody, sampleFile } from "./request.ts";
import { schemaSample } from "./schema-sample.ts";
import { fieldMediaType, sentMediaType } from "./sent-media-type.ts";
import { bodyText, writeBody } from "./write-body.ts";

/** One body that an operation can be sent. */
export type SampleBody = {
  /** Key of the named example. */
  readonly example: string | undefined;
  readonly title: string | undefined;
  /** As the description has it. */
  readonly offered: string;
  /** As it is sent. */
  readonly mediaType: string;
  readonly value: unknown;
  readonly body: RequestBody;
};

/** A body for each named example of each media type; where there are none, one for the media type. */
export function bodiesOf({ content }: DescribedBody, schemas: Schemas): SampleBody[] {
  return content.flatMap((media) => {
    const { name: offered, kind, examples } = media;
    const mediaType = sentMediaType(media);
    const bodyOf = (value: unknown) => ({
      offered,
      mediaType,
      value,
      body: writeBody(value, { kind, encoding: buildEncoding(media) }, mediaType),
    });
    const isWrittenAsFile = kind === "bytes" && allParts(media.schema, schemas).some(isFile);
    if (isWrittenAsFile || examples.length === 0) {
      const value = isWrittenAsFile ? file(mediaType) : undocumented(media, mediaType, schemas);
      return [{ example: undefined, title: undefined, ...bodyOf(value) }];
    }
    return examples.map(({ name, summary, value }) => ({
      example: name || undefined,
      title: summary || name || undefined,
      ...bodyOf(documented(value, media, mediaType, schemas)),
    }));
  });
}

/** What somebody wrote down as an example, in the form that it is sent in. */
function documented(value: unknown, media: MediaType, mediaType: string, schemas: Schemas): unknown {
  const { kind, schema = true } = media;
  if (isXml(mediaType) && typeof value !== "string") return writeXml(value, schema, schemas);
  if (kind === "multipart") return withFiles(value, media, schemas);
  return kind === "json" || kind === "form" ? value : bodyText(value);
}

function undocumented(media: MediaType, mediaType: string, schemas: Schemas): unknown {
  const { kind, schema = true } = media;
  if ((kind === "bytes" && !isXml(mediaType)) || kind === "stream") {
    const [example] = allParts(schema, schemas).flatMap(({ example, examples = [] }) => example ?? examples);
    return example === undefined ? file(mediaType) : bodyText(example);
  }
  const value = schemaSample(media.schema ?? { type: kind === "text" ? "string" : "object" }, schemas);
  return documented(value, media, mediaType, schemas);
}

function isXml(mediaType: string): boolean {
  return /[/+]xml\b/.test(mediaType);
}

function file(mediaType: string): File {
  return sampleFile("file", mediaType);
}

/** Files in the place of what an example says about them: a form has text and files, and an example only text. */
function withFiles(value: unknown, { schema, encoding }: MediaType, schemas: Schemas): unknown {
  if (!isObject(value)) return value;
  const parts = allParts(schema, schemas);
  const fields = Object.entries(value).map(([name, field]) => {
    const described = parts.flatMap(({ properties = {} }) =>
      Object.hasOwn(properties, name) ? allParts(properties[name], schemas) : [],
    );
    const content = (): File =>
      sampleFile(name, fieldMediaType(encoding[name]?.contentType) ?? "application/octet-stream");
    if (described.some(isFile)) return [name, content()];
    const isOfFiles = described.some(({ items }) => allParts(items, schemas).some(isFile));
    return [name, Array.isArray(field) && isOfFiles ? [content()] : field];
  });
  return Object.fromEntries(fields);
}
