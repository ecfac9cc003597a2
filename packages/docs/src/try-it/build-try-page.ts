import { buildEncoding, type Model, type Operation, type SecurityScheme } from "@visitors-api/codegen";
import type { Operation as DescribedOperation } from "@visitors-api/openapi";
import { plainText } from "../markdown/plain-text.ts";
import { withPlainNumbers } from "../plain-numbers.ts";
import { type OperationToShow, written } from "../samples/build-requests.ts";
import { documentedAnswers } from "./documented-answers.ts";
import { buildForm } from "./form/build-form.ts";
import { presetsOf } from "./presets.ts";
import type { TryPage } from "./try-page.ts";

/** What the form of an operation shows. */
export function buildTryPage(shown: OperationToShow): TryPage {
  const { described, operation, model, credentials, schemas } = shown;
  const media = mediaOf(described, operation);
  return {
    form: buildForm(withPlainNumbers(described), operation.input, schemas),
    presets: withPlainNumbers(presetsOf(shown, media?.name)),
    credentials: credentialsOf(operation, model),
    answers: documentedAnswers(described),
    servers: model.servers.map(({ url }) => url).filter((url) => /^https?:\/\//.test(url)),
    called: {
      operation,
      model: { ...model, operations: [], schemas: [], errors: [], notices: [] },
      credentials,
    },
    parameters: described.parameters.map(written),
    body: media && { offered: media.name, kind: media.kind, encoding: buildEncoding(media) },
  };
}

/** The body that the client's method sends unless it is told to send another. */
export function mediaOf({ requestBody }: DescribedOperation, { input: { body } }: Operation) {
  return body && requestBody?.content.find(({ name }) => name === body.mediaType);
}

/** The schemes of every alternative: the client takes the first one that it has all credentials of. */
function credentialsOf(operation: Operation, model: Model): SecurityScheme[] {
  const used = new Set((operation.security ?? model.security).flat());
  return model.securitySchemes
    .filter(({ name }) => used.has(name))
    .map((scheme) => ({ ...scheme, description: plainText(scheme.description) ?? "" }));
}
