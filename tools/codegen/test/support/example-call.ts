import type { Description, Operation } from "@visitors-api/openapi";
import { exampleInput, exampleSecret } from "@visitors-api/openapi/example-request";
import type { Model } from "../../src/model/model.ts";

/** Options of a generated client that have a credential for every scheme of its description: what any operation of it needs. */
export function exampleOptions(
  { securitySchemes }: Pick<Model, "securitySchemes">,
  secret = exampleSecret,
): Record<string, unknown> {
  return Object.fromEntries(
    securitySchemes.map(({ option, kind }) => [
      option,
      kind === "basic" ? { username: secret, password: secret } : secret,
    ]),
  );
}

/** A call of a generated client's method. */
export interface ExampleCall {
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: {
    /** Header parameters by their names. */
    readonly headers: Readonly<Record<string, unknown>>;
    /** Set where it is not what the method sends by itself. */
    readonly contentType?: string;
  };
}

/**
 * The call that the examples of an operation make.
 *
 * @param example The named example of the body; without one, the first.
 */
export function exampleCall(
  description: Description,
  { operations }: Pick<Model, "operations">,
  operation: Operation,
  example?: string,
): ExampleCall {
  const generated = operations.find(({ pointer }) => pointer === operation.pointer);
  if (generated === undefined) throw new Error(`No method is generated for ${operation.pointer}`);
  const { parameters, body } = exampleInput(description, operation, example);
  const valuesOf = (isHeader: boolean) =>
    Object.fromEntries(
      parameters
        .filter(({ parameter }) => (parameter.in === "header") === isHeader)
        .map(({ parameter, value }) => [parameter.name, value]),
    );
  const { body: usual, choices } = generated.input;
  const sent = [...(usual ? [usual] : []), ...choices].find(
    ({ mediaType }) => mediaType === body?.media.name,
  );
  const { grouped, mediaType } = sent ?? usual ?? {};
  return {
    method: generated.name,
    input: { ...valuesOf(false), ...(body && (grouped ? { body: body.value } : Object(body.value))) },
    options: {
      headers: valuesOf(true),
      ...(mediaType !== undefined && mediaType !== usual?.mediaType && { contentType: mediaType }),
    },
  };
}
