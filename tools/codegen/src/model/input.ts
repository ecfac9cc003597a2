import type {
  Description,
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  RequestBodyObject,
  SchemaObject,
} from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import { firstExample } from "./examples.ts";
import { bodyKind, preferredMediaType } from "./media-types.ts";
import type { Body, HeaderParameters, Input, Type } from "./model.ts";
import { objectShape, schemaType, type TypeContext } from "./schemas.ts";
import { buildStyles } from "./styles.ts";

/** The parameters and the body of an operation as one object. */
export function buildInput(operation: OperationObject, context: TypeContext): Input {
  const { description } = context;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(description, parameter));
  const inPlace = (place: ParameterObject["in"]) => parameters.filter((parameter) => parameter.in === place);
  const [path, query, cookies] = [inPlace("path"), inPlace("query"), inPlace("cookie")];
  const flat = [...path, ...query, ...cookies];

  const body = describeBody(operation, flat, context);
  const hidden = findHidden({ path, cookie: cookies, query }, body);
  const isGiven = (parameter: ParameterObject): boolean => !hidden.includes(parameter);
  const required = flat.some((parameter) => parameter.in === "path" || parameter.required);
  const types: Type[] = [];
  for (const [place, found] of Object.entries({ path, query, cookie: cookies })) {
    if (found.length === 0) continue;
    const text = `${context.place}["parameters"]["${place}"]`;
    const always = place === "path" || found.some((parameter) => parameter.required);
    const type = always ? text : `NonNullable<${text}>`;
    const names = found.filter((parameter) => !isGiven(parameter)).map(({ name }) => JSON.stringify(name));
    types.push({ text: names.length > 0 ? `Omit<${type}, ${names.join(" | ")}>` : type });
  }
  if (body) types.push(body.type);

  return {
    optional: !required && !body?.required,
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
      description,
    ),
    example: buildExample(description, flat.filter(isGiven), body),
  };
}

/** The parameters whose name stands for something else in the input. */
function findHidden(
  { path, cookie, query }: Record<"path" | "cookie" | "query", readonly ParameterObject[]>,
  body: Body | undefined,
): ParameterObject[] {
  const taken = new Set([...(body?.grouped ? ["body"] : []), ...path.map(({ name }) => name)]);
  return [...cookie, ...query].filter(({ name }) => {
    const isHidden = taken.has(name);
    taken.add(name);
    return isHidden;
  });
}

interface DescribedBody extends Body {
  readonly media: MediaTypeObject;
  readonly type: Type;
  readonly example: unknown;
}

function describeBody(
  { requestBody }: OperationObject,
  flat: readonly ParameterObject[],
  context: TypeContext,
): DescribedBody | undefined {
  if (!requestBody) return undefined;
  const { description, place } = context;
  const { content = {}, required = false } = resolve<RequestBodyObject>(description, requestBody);
  const mediaType = preferredMediaType(Object.keys(content));
  const media = mediaType === undefined ? undefined : content[mediaType];
  if (mediaType === undefined || !media) return undefined;

  const kind = bodyKind(mediaType);
  const structured = kind === "json" || kind === "form" || kind === "multipart";
  const shape = structured ? objectShape(description, media.schema) : undefined;
  const collides = flat.some(({ name }) => shape?.properties.has(name));
  const takesAny = shape !== undefined && (shape.open || shape.properties.size === 0);
  const grouped = shape === undefined || collides || (takesAny && flat.length > 0);

  const inTypes = `NonNullable<${place}["requestBody"]>["content"][${JSON.stringify(mediaType)}]`;
  const schema = structured
    ? schemaType(media.schema, inTypes, "Writable", context)
    : bodyType(kind, inTypes);
  const type = grouped
    ? { ...schema, text: `{ body${required ? "" : "?"}: ${schema.text} }` }
    : required
      ? schema
      : { ...schema, text: `OptionalBody<${schema.text}>` };
  return {
    mediaType: mediaType.includes("*") ? "application/json" : mediaType,
    otherMediaTypes: Object.keys(content).filter((other) => other !== mediaType),
    kind,
    media,
    required,
    grouped,
    type,
    example: firstExample(description, media),
  };
}

function bodyType(kind: "text" | "binary", inTypes: string): Type {
  return { text: kind === "text" ? inTypes : "Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>" };
}

function buildExample(
  description: Description,
  flat: readonly ParameterObject[],
  body: DescribedBody | undefined,
): Input["example"] {
  const example: Record<string, unknown> = {};
  for (const parameter of flat) {
    if (parameter.in !== "path" && !parameter.required) continue;
    const value = firstExample(description, parameter);
    if (value === undefined) return undefined;
    example[parameter.name] = value;
  }
  if (!body) return example;
  if (body.example === undefined) return body.required ? undefined : example;
  if (body.grouped) return { ...example, body: body.example };
  // One that is no object does not fit its own schema.
  return isObject(body.example) ? { ...example, ...body.example } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Header parameters are given as headers, not as input: what they ask for concerns the call, not the resource. */
export function buildHeaders(
  operation: OperationObject,
  { description, place }: TypeContext,
): HeaderParameters | undefined {
  const headers = (operation.parameters ?? [])
    .map((parameter) => resolve(description, parameter))
    .filter((parameter) => parameter.in === "header");
  if (headers.length === 0) return undefined;

  const defaults: Record<string, string> = {};
  for (const { name, schema } of headers) {
    const value =
      typeof schema === "object"
        ? resolve<SchemaObject>(description, schema as SchemaObject).default
        : undefined;
    if (value !== undefined && typeof value !== "object") defaults[name] = String(value);
  }
  const required = headers.some((header) => header.required && !(header.name in defaults));
  const text = `${place}["parameters"]["header"]`;
  const always = headers.some((header) => header.required);
  return { type: { text: always ? text : `NonNullable<${text}>` }, required, defaults };
}
