import {
  type BodyKind,
  type MediaType,
  type Operation,
  type Parameter,
  readDeprecation,
  type Schema,
  type Schemas,
} from "@visitors-api/openapi";
import { plainText } from "../../markdown/plain-text.ts";
import { deprecationWords } from "../../reference/deprecation.ts";
import { readShape } from "../../reference/schema/shape.ts";
import type { CalledOperation } from "../../samples/make-request.ts";
import { sentMediaType } from "../../samples/sent-media-type.ts";
import { ControlBuilder } from "./build-controls.ts";
import type { Field, Form } from "./form.ts";

type Input = CalledOperation["operation"]["input"];

/**
 * The form of what the client's method takes: the parameters that it can be given, and the body that it sends.
 *
 * @param input how the client's method takes it.
 */
export function buildForm(operation: Operation, input: Input, schemas: Schemas): Form {
  const { body, hidden } = input;
  const files = body !== undefined && /^(multipart|bytes|stream)$/.test(body.kind);
  const builder = new ControlBuilder(schemas, { files });
  const isHidden = (parameter: Parameter): boolean =>
    hidden.some(({ place, name }) => place === parameter.in && name === parameter.name);
  const field = (parameter: Parameter): Field => {
    const { name, required, description, schema } = parameter;
    const read = readShape(schemas, schema).schema;
    return {
      name,
      required,
      deprecated: deprecationWords(parameter) ?? deprecationWords(readDeprecation(read)),
      hint: plainText(description) ?? plainText(read.description),
      control: builder.control(schema),
    };
  };
  const group = (name: string, of: (parameter: Parameter) => boolean): Field[] => {
    const fields = operation.parameters.filter(of).map(field);
    if (fields.length === 0) return [];
    return [
      { name, required: false, deprecated: undefined, hint: undefined, control: builder.group(fields) },
    ];
  };
  return {
    fields: [
      ...group("parameters", (parameter) => parameter.in !== "header" && !isHidden(parameter)),
      ...group("headers", (parameter) => parameter.in === "header"),
      ...bodyField(operation, body, builder),
    ],
    body: body && {
      mediaType: sentMediaType({ ...body, name: body.mediaType }),
      grouped: body.grouped !== undefined,
    },
    hasFiles: builder.hasFiles,
  };
}

function bodyField({ requestBody }: Operation, body: Input["body"], builder: ControlBuilder): Field[] {
  if (body === undefined || requestBody === undefined) return [];
  const media = requestBody.content.find(({ name }) => name === body.mediaType);
  return [
    {
      name: "body",
      required: body.required,
      deprecated: undefined,
      hint: plainText(requestBody.description),
      control: builder.control(schemaOf(body.kind, media)),
    },
  ];
}

/** A body that is no JSON and no form is a text or a file, whatever its schema calls it. */
function schemaOf(kind: BodyKind, media: MediaType | undefined): Schema | undefined {
  if (kind === "text") return { type: "string", maxLength: Number.MAX_SAFE_INTEGER };
  return kind === "bytes" || kind === "stream" ? { type: "string", format: "binary" } : media?.schema;
}
