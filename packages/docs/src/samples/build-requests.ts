import {
  type Description,
  type Found,
  firstExample,
  type ParameterObject,
  resolve,
} from "@visitors-api/codegen";
import { bodiesOf } from "./body.ts";
import { type CalledOperation, makeRequest, type ParameterValue } from "./make-request.ts";
import type { SampleRequest } from "./request.ts";
import { schemaSample } from "./schema-sample.ts";

/** An operation as it is described, and as the generated client has it. */
export type OperationToShow = CalledOperation & {
  readonly found: Found;
  /** As `normalize` returns it. */
  readonly description: Description;
};

/** A request for each named example of an operation, in the description's order; at least one. */
export function buildRequests(shown: OperationToShow): SampleRequest[] {
  const { found, description } = shown;
  const parameters = parametersOf(found, description);
  const bodies = canHaveBody(found) ? bodiesOf(found.operation, description) : [];
  return (bodies.length > 0 ? bodies : [undefined]).map((body) => makeRequest(shown, parameters, body));
}

/** RFC 9110 § 9.3.1: a body of these means nothing, and most platforms refuse to send one. */
function canHaveBody({ method }: Found): boolean {
  return method !== "get" && method !== "head";
}

/** Those parameters that a request has to have, and those that the description shows a value of. */
function parametersOf({ operation }: Found, description: Description): ParameterValue[] {
  return (operation.parameters ?? []).flatMap((reference) => {
    const parameter = resolve<ParameterObject>(description, reference);
    const [content] = Object.values(parameter.content ?? {});
    const isShown = parameter.example !== undefined || parameter.examples !== undefined;
    if (!isShown && !parameter.required && parameter.in !== "path") return [];
    const value =
      firstExample(description, parameter) ??
      (content && firstExample(description, content)) ??
      schemaSample(parameter.schema ?? content?.schema ?? { type: "string" }, description);
    return [{ parameter, value }];
  });
}
