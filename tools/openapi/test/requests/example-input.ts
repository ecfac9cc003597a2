import type { Description, MediaType, Operation, Parameter, Schema } from "../../src/index.ts";
import { sample } from "../../src/sample/sample.ts";

/** What an operation is asked with. */
export interface ExampleInput {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: unknown }[];
  readonly body: { readonly media: MediaType; readonly value: unknown } | undefined;
}

/**
 * What the description shows for an operation: the parameters that a request has to have, those of which it has an example,
 * and a body. What it shows no example of is a sample of its schema.
 *
 * @param example The named example of the body; without one, the first.
 */
export function exampleInput(
  { schemas }: Pick<Description, "schemas">,
  { parameters, requestBody }: Pick<Operation, "parameters" | "requestBody">,
  example?: string,
): ExampleInput {
  const exampleOf = (
    { examples, schema = { type: "string" } }: Pick<MediaType | Parameter, "examples" | "schema">,
    name?: string,
  ): unknown => {
    const shown = examples.find((one) => one.name === name) ?? examples[0];
    return shown === undefined ? sampleOf(schema) : shown.value;
  };
  const sampleOf = (schema: Schema): unknown => sample(schema, { schemas, direction: "request" }).value;

  const content = requestBody?.content ?? [];
  const media =
    content.find(({ examples }) => examples.some(({ name }) => name === example)) ??
    content.find(({ examples }) => examples.length > 0) ??
    content[0];
  return {
    parameters: parameters
      .filter(({ required, examples }) => required || examples.length > 0)
      .map((parameter) => ({ parameter, value: exampleOf(parameter) })),
    body: media && { media, value: exampleOf(media, example) },
  };
}
