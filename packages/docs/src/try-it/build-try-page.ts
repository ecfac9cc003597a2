import {
  type MediaTypeObject,
  type Model,
  type Operation,
  type ParameterObject,
  resolve,
} from "@visitors-api/codegen";
import type { Operation as DescribedOperation, Description } from "@visitors-api/openapi";
import { plainText } from "../markdown/plain-text.ts";
import type { OperationToShow } from "../samples/build-requests.ts";
import { documentedAnswers } from "./documented-answers.ts";
import { buildForm } from "./form/build-form.ts";
import { presetsOf } from "./presets.ts";
import type { CredentialField, TryPage } from "./try-page.ts";

/**
 * What the form of an operation shows.
 *
 * @param shown the operation as the generated client has it.
 */
export function buildTryPage(
  shown: OperationToShow,
  described: DescribedOperation,
  reading: Description,
): TryPage {
  const { found, operation, model, description } = shown;
  const method = found.method.toUpperCase();
  const media = mediaOf(shown);
  return {
    name: operation.summary || operation.name,
    method,
    path: found.path,
    form: buildForm(described, operation.input, reading),
    presets: presetsOf(shown, media?.offered),
    credentials: credentialFields(operation, model),
    answers: documentedAnswers(described),
    servers: model.servers.map(({ url }) => url).filter((url) => /^https?:\/\//.test(url)),
    called: {
      found: { method: found.method, path: found.path },
      operation,
      model: { ...model, operations: [], schemas: [], errors: [], notices: [] },
    },
    parameters: (found.operation.parameters ?? []).map((parameter) =>
      withoutExamples(resolve<ParameterObject>(description, parameter)),
    ),
    body: media && { offered: media.offered, ...(media.encoding && { encoding: media.encoding }) },
  };
}

/** The body that the client's method sends, as the description offers it. */
function mediaOf({ found, operation, description }: OperationToShow) {
  const { body } = operation.input;
  if (body === undefined || found.operation.requestBody === undefined) return undefined;
  const { content = {} } = resolve(description, found.operation.requestBody);
  const sent = Object.entries(content).find(([name]) => !body.otherMediaTypes.includes(name));
  if (sent === undefined) return undefined;
  const [offered, { encoding }]: [string, MediaTypeObject] = sent;
  return { offered, encoding };
}

/** What stands in the page is what a sample's URL and headers hang on. */
function withoutExamples({
  name,
  in: place,
  required,
  style,
  explode,
  allowReserved,
  content,
}: ParameterObject): ParameterObject {
  const given = Object.entries({ required, style, explode, allowReserved }).filter(
    ([, value]) => value !== undefined,
  );
  const mediaTypes = content && Object.fromEntries(Object.keys(content).map((mediaType) => [mediaType, {}]));
  return { name, in: place, ...Object.fromEntries(given), ...(mediaTypes && { content: mediaTypes }) };
}

/** The schemes of every alternative: the client takes the first one that it has all credentials of. */
function credentialFields(operation: Operation, model: Model): CredentialField[] {
  const used = new Set((operation.security ?? model.security).flat());
  return model.securitySchemes
    .filter(({ name }) => used.has(name))
    .map(({ name, option, kind, parameter, description }) => ({
      scheme: name,
      option,
      kind,
      parameter,
      hint: plainText(description),
    }));
}
