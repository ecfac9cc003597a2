import {
  type Description as DescribedApi,
  type Response,
  readDescription as readDocument,
} from "@visitors-api/openapi";
import type { ErrorDialect } from "../response/error-dialect.ts";
import { Validators } from "../validation/validators.ts";
import { Samples } from "./samples.ts";
import { requiredSchemes } from "./security.ts";

/** What the sandbox knows of an API: what its description says, and what it makes of that. */
export interface Description extends DescribedApi {
  /** The error response that stands in where an operation documents none for a status. */
  readonly sharedError: Response | undefined;
  /** The words that the API has for its errors; undefined where it has none but the description's. */
  readonly errorDialect?: ErrorDialect;
  readonly validators: Validators;
  readonly samples: Samples;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, bundled into one.
 *
 * @throws TypeError when the document is not one; Error when something in it refers to nothing.
 */
export function readDescription(document: object): Description {
  const description = readDocument(document);
  for (const { security } of description.operations) requiredSchemes(security, description);
  const validators = new Validators(description);
  return {
    ...description,
    sharedError: sharedErrorOf(description),
    validators,
    samples: new Samples(description.schemas, validators),
  };
}

function sharedErrorOf({ operations }: DescribedApi): Response | undefined {
  const withBody = operations
    .flatMap(({ responses }) => responses)
    .filter(({ content }) => content.length > 0);
  return (
    withBody.find(({ status }) => status === "default") ?? withBody.find(({ status }) => /^[45]/.test(status))
  );
}
