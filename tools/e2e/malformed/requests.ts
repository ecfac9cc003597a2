import fc, { type Arbitrary } from "fast-check";
import { type DescribedOperation, dereference, describedOperations } from "../support/description.ts";
import { exampleRequest, type PlainRequest } from "../support/example-request.ts";
import { problemsOf } from "../support/schema.ts";
import { valuesAgainst, wordsAgainst } from "./mutations.ts";
import { valuesOf } from "./values.ts";

/** A request that the description does not allow. */
export interface MalformedRequest extends PlainRequest {
  /** What is wrong with it. */
  readonly fault: string;
  /** The status that says so. */
  readonly refusal: number;
  /** The operation that it is meant for; undefined when it is for none. */
  readonly operation: DescribedOperation | undefined;
}

const JSON_TYPE = "application/json";

// The answer to HEAD has no body that could be as described or not.
const operations = describedOperations().filter(({ method }) => method !== "HEAD");

/** Requests with one thing wrong, each made from what the description says of an operation. */
export const malformedRequests: Arbitrary<MalformedRequest> = fc.oneof(
  ...operations.flatMap((operation) => {
    const schema = operation.requestContent[JSON_TYPE]?.schema;
    return [
      ...(schema === undefined ? [] : bodiesAgainst(operation, schema)),
      ...parametersAgainst(operation),
      ...(operation.isSecured ? [{ weight: 1, arbitrary: credentialsAgainst(operation) }] : []),
      ...methodsAgainst(operation),
    ];
  }),
  { weight: 1, arbitrary: pathsAgainst() },
);

interface Weighted {
  readonly weight: number;
  readonly arbitrary: Arbitrary<MalformedRequest>;
}

function bodiesAgainst(operation: DescribedOperation, schema: object): Weighted[] {
  const valid = valuesOf(schema).map((value) => JSON.stringify(value));
  return [
    {
      weight: 10,
      arbitrary: valuesAgainst(schema).map((value) => ({
        ...wellFormed(operation),
        fault: "a body that is not as described",
        refusal: 400,
        body: bytes(JSON.stringify(value)),
      })),
    },
    {
      weight: 3,
      arbitrary: valid
        .chain(damaged)
        .filter((text) => !isAllowed(schema, text))
        .map((text) => ({
          ...wellFormed(operation),
          fault: "a damaged body",
          refusal: 400,
          body: bytes(text),
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 200 })
        .filter((body) => !isAllowed(schema, new TextDecoder().decode(body)))
        .map((body) => ({ ...wellFormed(operation), fault: "a body of any bytes", refusal: 400, body })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valid, fc.stringMatching(/^[a-z]{1,8}\/[a-z.+-]{1,12}(; ?[a-z]+=[a-z]+)?$/))
        .filter(([, type]) => !(type.split(";", 1)[0] === JSON_TYPE))
        .map(([text, type]) => ({
          ...wellFormed(operation),
          fault: "a media type that is not described",
          refusal: 415,
          headers: { ...wellFormed(operation).headers, "content-type": type },
          body: bytes(text),
        })),
    },
  ];
}

/** A valid text with a part of it gone, doubled, or replaced. */
function damaged(text: string): Arbitrary<string> {
  const index = fc.nat({ max: text.length });
  return fc
    .tuple(index, index, fc.constantFrom("", "{", "}", "[", '"', ",", ":", "\\", "\0", "1e999", "\ufeff"))
    .map(([one, other, put]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      return put === ""
        ? text.slice(0, end) + text.slice(start)
        : text.slice(0, start) + put + text.slice(end);
    });
}

function isAllowed(schema: object, text: string): boolean {
  try {
    return problemsOf(schema, JSON.parse(text)) === "";
  } catch {
    return false;
  }
}

function parametersAgainst(operation: DescribedOperation): Weighted[] {
  return operation.parameters.flatMap((parameter) => {
    const words = wordsAgainst(dereference(parameter.schema));
    if (words === undefined || parameter.in !== "header") return [];
    const arbitrary = words.map((word) => ({
      ...wellFormed(operation),
      fault: `a ${parameter.name} that is not described`,
      refusal: 400,
      headers: { ...wellFormed(operation).headers, [parameter.name]: word },
    }));
    return [{ weight: 2, arbitrary }];
  });
}

function credentialsAgainst(operation: DescribedOperation): Arbitrary<MalformedRequest> {
  const credential = fc.oneof(
    fc.constantFrom("", "Bearer", "Bearer ", "Basic YTpi", "bearer\ttoken", "Bearer a b", "Token any", "any"),
    fc.stringMatching(/^[!-~]{1,40}$/),
  );
  return credential.map((authorization) => ({
    ...wellFormed(operation),
    fault: "a credential that is none",
    refusal: 401,
    headers: { ...wellFormed(operation).headers, authorization },
  }));
}

function methodsAgainst(operation: DescribedOperation): Weighted[] {
  const described = operations.filter(({ path }) => path === operation.path).map(({ method }) => method);
  const others = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !described.includes(method));
  if (others.length === 0) return [];
  const arbitrary = fc.constantFrom(...others).map((method) => ({
    ...wellFormed(operation),
    fault: "a method that is not described",
    refusal: 405,
    method,
  }));
  return [{ weight: 1, arbitrary }];
}

function pathsAgainst(): Arbitrary<MalformedRequest> {
  const paths = fc.oneof(fc.webPath(), fc.stringMatching(/^\/[a-z]{1,8}(\/[a-z0-9]{0,8}){0,3}$/));
  return paths
    .filter(
      (path) => path.startsWith("/") && !operations.some((operation) => path.startsWith(operation.path)),
    )
    .map((target) => ({
      fault: "a path that is not described",
      refusal: 404,
      operation: undefined,
      method: "PUT",
      target,
      headers: { authorization: "Bearer any", "content-type": JSON_TYPE },
      body: bytes("{}"),
    }));
}

/** A request of an operation in which nothing is wrong yet. */
function wellFormed(
  operation: DescribedOperation,
): PlainRequest & { readonly operation: DescribedOperation } {
  return { operation, ...exampleRequest(operation) };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
