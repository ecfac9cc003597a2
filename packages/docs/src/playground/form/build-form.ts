import type { MediaTypeObject, ParameterObject } from "@visitors-api/codegen";
import { resolve } from "@visitors-api/codegen";
import type { Description } from "../../description.ts";
import type { OperationToShow } from "../../enrich/samples/build-requests.ts";
import { ControlBuilder } from "./build-controls.ts";
import type { BodyForm, Field, Form } from "./form.ts";
import { mergedSchema } from "./merge-schemas.ts";
import { plainText } from "./plain-text.ts";

/** The form of what the client's method takes: the parameters that it can be given, and the body that it sends. */
export function buildForm(shown: OperationToShow): Form {
  const { found, operation, description } = shown;
  const { body, hidden } = operation.input;
  const root = asRoot(description);
  const files = body?.kind === "multipart" || body?.kind === "binary";
  const builder = new ControlBuilder(root, { files });
  const parameters = (found.operation.parameters ?? []).map((given) =>
    resolve<ParameterObject>(description, given),
  );
  const isHidden = (parameter: ParameterObject): boolean =>
    hidden.some(({ place, name }) => place === parameter.in && name === parameter.name);
  const field = (parameter: ParameterObject): Field => fieldOf(parameter, builder, root);
  return {
    parameters: parameters
      .filter((parameter) => parameter.in !== "header" && !isHidden(parameter))
      .map(field),
    headers: parameters.filter((parameter) => parameter.in === "header").map(field),
    body: body && bodyForm(shown, builder),
    controls: builder.controls,
  };
}

/** The generator's type names what it reads of the same document. */
function asRoot(description: OperationToShow["description"]): Description {
  return description as unknown as Description;
}

function fieldOf(parameter: ParameterObject, builder: ControlBuilder, root: Description): Field {
  const [content] = Object.values(parameter.content ?? {});
  const schema = parameter.schema ?? content?.schema;
  const read = mergedSchema(root, schema);
  return {
    name: parameter.name,
    required: parameter.required === true || parameter.in === "path",
    deprecated: read.schema["deprecated"] === true,
    hint: plainText(parameter.description) ?? plainText(read.schema["description"]),
    control: builder.control(schema),
  };
}

function bodyForm(
  { found, operation, description }: OperationToShow,
  builder: ControlBuilder,
): BodyForm | undefined {
  const { body } = operation.input;
  const { requestBody } = found.operation;
  if (body === undefined || requestBody === undefined) return undefined;
  const { content = {}, ...about } = resolve(description, requestBody);
  const [, media] = Object.entries(content).find(([name]) => !body.otherMediaTypes.includes(name)) ?? [];
  return {
    mediaType: body.mediaType,
    required: body.required,
    grouped: body.grouped,
    hint: plainText("description" in about ? about.description : undefined),
    control: builder.control(schemaOf(body.kind, media)),
  };
}

/** A body that is no JSON and no form is a text or a file, whatever its schema calls it. */
function schemaOf(
  kind: "json" | "form" | "multipart" | "text" | "binary",
  media: MediaTypeObject | undefined,
): unknown {
  if (kind === "text") return { type: "string", maxLength: Number.MAX_SAFE_INTEGER };
  return kind === "binary" ? { type: "string", format: "binary" } : media?.schema;
}
