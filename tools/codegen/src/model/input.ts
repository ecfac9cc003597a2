import {
  allParts,
  isFieldValue,
  isObject,
  isToken,
  type MediaType,
  type Operation,
  objectShape,
  type Parameter,
  type RequestBody,
  type Schema,
  type Schemas,
} from "@visitors-api/openapi";
import { firstExample } from "./examples.ts";
import { groupingOf } from "./grouping.ts";
import { preferredMediaType } from "./media-types.ts";
import type { Body, HeaderParameters, Input, Type } from "./model.ts";
import { schemaType, type TypeContext } from "./schemas.ts";
import { buildEncoding, buildStyles } from "./styles.ts";

/** The parameters and the body of an operation as one object. */
export function buildInput(operation: Operation, context: TypeContext): Input {
  const { schemas } = context.description;
  const inPlace = (place: Parameter["in"]) =>
    operation.parameters.filter((parameter) => parameter.in === place);
  const [path, query, cookies] = [inPlace("path"), inPlace("query"), inPlace("cookie")];
  const flat = [...path, ...query, ...cookies];

  const [body, ...others] = describeBodies(operation.requestBody, flat, context);
  const hidden = findHidden({ path, cookie: cookies, query }, [body, ...others]);
  const isGiven = (parameter: Parameter): boolean => !hidden.includes(parameter);
  const parameters = Object.entries({ path, query, cookie: cookies }).flatMap(([place, found]): Type[] => {
    if (found.length === 0) return [];
    const text = `${context.place}["parameters"]["${place}"]`;
    const type = found.some(({ required }) => required) ? text : `NonNullable<${text}>`;
    const names = found.filter((parameter) => !isGiven(parameter)).map(({ name }) => JSON.stringify(name));
    return [{ text: names.length > 0 ? `Omit<${type}, ${names.join(" | ")}>` : type }];
  });

  return {
    optional: !flat.some(({ required }) => required) && !body?.required,
    types: [...parameters, ...(body ? [body.type] : [])],
    hasQuery: query.length > 0,
    query: body ? query.filter(isGiven).map(({ name }) => name) : [],
    cookies: cookies.filter(isGiven).map(({ name }) => name),
    hidden: hidden.map(({ in: place, name }) => ({ place, name })),
    body: body && withoutType(body),
    choices: others.map((other) => ({ ...withoutType(other), types: [...parameters, other.type] })),
    styles: buildStyles({ path, query, header: inPlace("header"), cookie: cookies }, schemas),
    example: buildExample(flat.filter(isGiven), body, context),
  };
}

function withoutType({ type: _, media: __, ...body }: DescribedBody): Body {
  return body;
}

/** The parameters whose name stands for something else in the input. */
function findHidden(
  { path, cookie, query }: Record<"path" | "cookie" | "query", readonly Parameter[]>,
  bodies: readonly (Body | undefined)[],
): Parameter[] {
  const isGrouped = bodies.some((body) => body?.grouped);
  const taken = new Set([...(isGrouped ? ["body"] : []), ...path.map(({ name }) => name)]);
  return [...cookie, ...query].filter(({ name }) => {
    const isHidden = taken.has(name);
    taken.add(name);
    return isHidden;
  });
}

interface DescribedBody extends Body {
  readonly media: MediaType;
  readonly type: Type;
}

/** Every body that an operation takes, the one first that it is sent unless a call chooses another. */
function describeBodies(
  requestBody: RequestBody | undefined,
  flat: readonly Parameter[],
  context: TypeContext,
): DescribedBody[] {
  const preferred = preferredMediaType(requestBody?.content ?? []);
  if (!requestBody || !preferred) return [];
  const { content, required } = requestBody;
  const ordered = [preferred, ...content.filter((other) => other !== preferred)];
  return ordered.map((media) => describeBody(media, required, flat, context));
}

function describeBody(
  media: MediaType,
  required: boolean,
  flat: readonly Parameter[],
  context: TypeContext,
): DescribedBody {
  const { description, place } = context;
  const { name: mediaType, kind } = media;
  const structured = kind === "json" || kind === "form" || kind === "multipart";
  const shape = structured ? objectShape(media.schema, description.schemas) : undefined;
  const grouped = groupingOf(shape, flat);

  const inTypes = `NonNullable<${place}["requestBody"]>["content"][${JSON.stringify(mediaType)}]`;
  const schema = structured
    ? schemaType(media.schema, inTypes, "Writable", context)
    : {
        text:
          kind === "text" ? inTypes : "Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream",
      };
  const type = grouped
    ? { ...schema, text: `{ body${required ? "" : "?"}: ${schema.text} }` }
    : required
      ? schema
      : { ...schema, text: `OptionalBody<${schema.text}>` };
  return {
    mediaType: sentMediaType(media),
    kind,
    required,
    grouped,
    encoding: buildEncoding(media),
    media,
    type,
  };
}

/** Of the ranges, only those that say nothing of JSON leave the media type to what is given. */
function sentMediaType({ name, kind }: MediaType): string {
  return kind === "json" && /\*\+json/.test(name) ? "application/json" : name;
}

function buildExample(
  flat: readonly Parameter[],
  body: DescribedBody | undefined,
  { description: { schemas } }: TypeContext,
): Input["example"] {
  const example: Record<string, unknown> = {};
  for (const parameter of flat) {
    if (!parameter.required) continue;
    const value = firstExample(parameter, schemas);
    if (value === undefined) return undefined;
    example[parameter.name] = value;
  }
  if (!body) return example;
  const value = firstExample(body.media, schemas);
  if (value === undefined) return body.required ? undefined : example;
  if (body.grouped) return { ...example, body: value };
  // One that is no object does not fit its own schema.
  return isObject(value) ? { ...example, ...value } : undefined;
}

/** Header parameters are given as headers, not as input: what they ask for concerns the call, not the resource. */
export function buildHeaders(
  { parameters }: Operation,
  { description, place }: TypeContext,
): HeaderParameters | undefined {
  const headers = parameters.filter((parameter) => parameter.in === "header");
  if (headers.length === 0) return undefined;

  const defaults: Record<string, string> = {};
  for (const { name, schema } of headers) {
    const value = schema === undefined ? undefined : defaultOf(schema, description.schemas);
    if (value !== undefined && value !== null && typeof value !== "object" && isHeader(name, String(value))) {
      defaults[name] = String(value);
    }
  }
  const required = headers.some((header) => header.required && !(header.name in defaults));
  const text = `${place}["parameters"]["header"]`;
  const always = headers.some((header) => header.required);
  const idempotencyKey = headers.find(({ name }) => /^(x-)?idempotency-key$/i.test(name))?.name;
  return { type: { text: always ? text : `NonNullable<${text}>` }, idempotencyKey, required, defaults };
}

/** Whether it can be sent: the run time sends defaults as they are. */
function isHeader(name: string, value: string): boolean {
  return isToken(name) && isFieldValue(value);
}

/** What a schema, or one that it refers to or is composed of, has as its default. */
function defaultOf(schema: Schema, schemas: Schemas): unknown {
  return allParts(schema, schemas).find((part) => part.default !== undefined)?.default;
}
