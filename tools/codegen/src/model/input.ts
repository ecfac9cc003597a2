import {
  allParts,
  isObject,
  type Operation,
  objectShape,
  type Parameter,
  type RequestBody,
  type Schema,
  type Schemas,
} from "@visitors-api/openapi";
import { firstExample } from "./examples.ts";
import { preferredMediaType } from "./media-types.ts";
import type { Body, HeaderParameters, Input, Type } from "./model.ts";
import { schemaType, type TypeContext } from "./schemas.ts";
import { buildStyles } from "./styles.ts";

/** The parameters and the body of an operation as one object. */
export function buildInput(operation: Operation, context: TypeContext): Input {
  const { schemas } = context.description;
  const inPlace = (place: Parameter["in"]) =>
    operation.parameters.filter((parameter) => parameter.in === place);
  const [path, query, cookies] = [inPlace("path"), inPlace("query"), inPlace("cookie")];
  const flat = [...path, ...query, ...cookies];

  const body = describeBody(operation.requestBody, flat, context);
  const hidden = findHidden({ path, cookie: cookies, query }, body);
  const isGiven = (parameter: Parameter): boolean => !hidden.includes(parameter);
  const types: Type[] = [];
  for (const [place, found] of Object.entries({ path, query, cookie: cookies })) {
    if (found.length === 0) continue;
    const text = `${context.place}["parameters"]["${place}"]`;
    const type = found.some(({ required }) => required) ? text : `NonNullable<${text}>`;
    const names = found.filter((parameter) => !isGiven(parameter)).map(({ name }) => JSON.stringify(name));
    types.push({ text: names.length > 0 ? `Omit<${type}, ${names.join(" | ")}>` : type });
  }
  if (body) types.push(body.type);

  return {
    optional: !flat.some(({ required }) => required) && !body?.required,
    types,
    hasQuery: query.length > 0,
    query: body ? query.filter(isGiven).map(({ name }) => name) : [],
    cookies: cookies.filter(isGiven).map(({ name }) => name),
    hidden: hidden.map(({ in: place, name }) => ({ place, name })),
    body: body && {
      mediaType: body.mediaType,
      otherMediaTypes: body.otherMediaTypes,
      kind: body.kind,
      required: body.required,
      grouped: body.grouped,
    },
    styles: buildStyles(
      { path, query, header: inPlace("header"), cookie: cookies },
      body?.kind === "form" ? body.media : undefined,
      schemas,
    ),
    example: buildExample(flat.filter(isGiven), body, context),
  };
}

/** The parameters whose name stands for something else in the input. */
function findHidden(
  { path, cookie, query }: Record<"path" | "cookie" | "query", readonly Parameter[]>,
  body: Body | undefined,
): Parameter[] {
  const taken = new Set([...(body?.grouped ? ["body"] : []), ...path.map(({ name }) => name)]);
  return [...cookie, ...query].filter(({ name }) => {
    const isHidden = taken.has(name);
    taken.add(name);
    return isHidden;
  });
}

interface DescribedBody extends Body {
  readonly media: RequestBody["content"][number];
  readonly type: Type;
  readonly example: unknown;
}

function describeBody(
  requestBody: RequestBody | undefined,
  flat: readonly Parameter[],
  context: TypeContext,
): DescribedBody | undefined {
  const media = preferredMediaType(requestBody?.content ?? []);
  if (!requestBody || !media) return undefined;
  const { description, place } = context;
  const { required, content } = requestBody;
  const { name: mediaType, kind } = media;

  const structured = kind === "json" || kind === "form" || kind === "multipart";
  const shape = structured ? objectShape(media.schema, description.schemas) : undefined;
  const collides = flat.some(({ name }) => shape?.properties.has(name));
  const takesAny = shape !== undefined && (shape.open || shape.properties.size === 0);
  const grouped = shape === undefined || collides || (takesAny && flat.length > 0);

  const inTypes = `NonNullable<${place}["requestBody"]>["content"][${JSON.stringify(mediaType)}]`;
  const schema = structured
    ? schemaType(media.schema, inTypes, "Writable", context)
    : { text: kind === "text" ? inTypes : "Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>" };
  const type = grouped
    ? { ...schema, text: `{ body${required ? "" : "?"}: ${schema.text} }` }
    : required
      ? schema
      : { ...schema, text: `OptionalBody<${schema.text}>` };
  return {
    mediaType,
    otherMediaTypes: content.filter((other) => other !== media).map(({ name }) => name),
    kind,
    media,
    required,
    grouped,
    type,
    example: firstExample(media, description.schemas),
  };
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
  if (body.example === undefined) return body.required ? undefined : example;
  if (body.grouped) return { ...example, body: body.example };
  // One that is no object does not fit its own schema.
  return isObject(body.example) ? { ...example, ...body.example } : undefined;
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
    if (value !== undefined && value !== null && typeof value !== "object") defaults[name] = String(value);
  }
  const required = headers.some((header) => header.required && !(header.name in defaults));
  const text = `${place}["parameters"]["header"]`;
  const always = headers.some((header) => header.required);
  return { type: { text: always ? text : `NonNullable<${text}>` }, required, defaults };
}

/** What a schema, or one that it refers to or is composed of, has as its default. */
function defaultOf(schema: Schema, schemas: Schemas): unknown {
  return allParts(schema, schemas).find((part) => part.default !== undefined)?.default;
}
