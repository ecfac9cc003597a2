import { firstExample } from "@visitors-api/codegen";
import { type Description, isObject, type Operation, readDescription } from "@visitors-api/openapi";

/** A request that the description itself gives as an example, as the client's method for it takes it. */
export interface RequestExample {
  operationId: string;
  summary: string;
  input: Record<string, unknown>;
}

/**
 * The first operation in a bundled OpenAPI document that has an example of its request body.
 *
 * @throws {Error} when no operation has one, or the document cannot be read
 */
export function firstRequestExample(document: object): RequestExample {
  const description = readDescription(document);
  for (const operation of description.operations) {
    const { id, summary } = operation;
    const body = bodyExample(operation);
    if (id === undefined || body === undefined) continue;
    return {
      operationId: id,
      summary: summary || id,
      input: { ...parameterExamples(operation, description), ...body },
    };
  }
  throw new Error(
    "No operation in the description has an example of its request. Add one under spec/ and run this again.",
  );
}

function bodyExample({ requestBody }: Operation): Record<string, unknown> | undefined {
  const value = requestBody?.content[0]?.examples[0]?.value;
  return isObject(value) ? value : undefined;
}

function parameterExamples({ parameters }: Operation, { schemas }: Description): Record<string, unknown> {
  const examples = parameters
    .filter((parameter) => parameter.in === "path" || parameter.in === "query")
    .map((parameter) => [parameter.name, firstExample(parameter, schemas)]);
  return Object.fromEntries(examples.filter(([, value]) => value !== undefined));
}
