import { styleTuple } from "@visitors-api/codegen";
import type { Operation as DescribedOperation, Parameter, Schemas } from "@visitors-api/openapi";
import { bodiesOf } from "./body.ts";
import {
  type CalledOperation,
  makeRequest,
  type ParameterValue,
  type WrittenParameter,
} from "./make-request.ts";
import type { SampleRequest } from "./request.ts";
import { schemaSample } from "./schema-sample.ts";

/** An operation as it is described, and as the generated client has it. */
export type OperationToShow = CalledOperation & {
  readonly described: DescribedOperation;
  /** With plain numbers, which is what programs reckon with. */
  readonly schemas: Schemas;
};

/** A request for each named example of an operation, in the description's order; at least one. */
export function buildRequests(shown: OperationToShow): SampleRequest[] {
  const { described, schemas } = shown;
  const parameters = parametersOf(described, schemas);
  const { requestBody } = described;
  const bodies = requestBody && canHaveBody(described) ? bodiesOf(requestBody, schemas) : [];
  return (bodies.length > 0 ? bodies : [undefined]).map((body) => makeRequest(shown, parameters, body));
}

/** RFC 9110 § 9.3.1: a body of these means nothing, and most platforms refuse to send one. */
function canHaveBody({ method }: DescribedOperation): boolean {
  return method !== "get" && method !== "head";
}

/** Those parameters that a request has to have, and those that the description shows a value of. */
function parametersOf({ parameters }: DescribedOperation, schemas: Schemas): ParameterValue[] {
  return parameters.flatMap((parameter) => {
    const { required, examples, schema = { type: "string" } } = parameter;
    const [example] = examples;
    if (example === undefined && !required) return [];
    const value = example === undefined ? schemaSample(schema, schemas) : example.value;
    return [{ parameter: written(parameter), value }];
  });
}

/** What the way in which the client writes a parameter hangs on. */
export function written(parameter: Parameter): WrittenParameter {
  return { name: parameter.name, in: parameter.in, how: styleTuple(parameter) };
}
