import {
  basePath,
  isOptional,
  isRange,
  type MediaType,
  type Operation,
  type Schema,
} from "@visitors-api/openapi";
import { character } from "@visitors-api/openapi/character";
import { exampleInput, exampleRequest, type PlainRequest } from "@visitors-api/openapi/example-request";
import { valuesOf } from "@visitors-api/openapi/schema-values";
import fc, { type Arbitrary } from "fast-check";
import { description } from "../../support/description.ts";
import { problemsOf } from "../../support/schema.ts";
import { valuesAgainst, wordsAgainst } from "./mutations.ts";
import { refusalOf } from "./refusal.ts";

/** A request that the description does not allow. */
export interface MalformedRequest extends PlainRequest {
  /** What is wrong with it. */
  readonly fault: string;
  /** The status that says so. */
  readonly refusal: number;
  /** The operation that it is meant for; undefined when it is for none. */
  readonly operation: Operation | undefined;
}

// The answer to HEAD has no body that could be as described or not.
const operations = description.operations.filter(({ method }) => method !== "head");

/** RFC 3986 § 3.3: `pchar`. */
const pathCharacter = fc.oneof(
  { weight: 10, arbitrary: fc.stringMatching(/^[\w.~!$&'()*+,;=:@-]$/) },
  { weight: 1, arbitrary: character.map(encodeURIComponent) },
);

/** What fast-check's `webPath` makes too, with a list of all characters that there are. */
const anyPath = fc
  .array(fc.string({ unit: pathCharacter }))
  .map((segments) => segments.map((segment) => `/${segment}`).join(""));

/** Requests with one thing wrong, each made from what the description says of an operation. */
export const malformedRequests: Arbitrary<MalformedRequest> = fc.oneof(
  ...operations.flatMap((operation) => {
    const { body } = operation.method === "get" ? {} : exampleInput(description, operation);
    return [
      ...(body?.media.kind === "json" ? bodiesAgainst(operation, body.media) : []),
      ...parametersAgainst(operation),
      ...(isOptional(operation.security) ? [] : [{ weight: 1, arbitrary: credentialsAgainst(operation) }]),
      ...methodsAgainst(operation),
    ];
  }),
  { weight: 1, arbitrary: pathsAgainst() },
);

interface Weighted {
  readonly weight: number;
  readonly arbitrary: Arbitrary<MalformedRequest>;
}

function bodiesAgainst(operation: Operation, { schema = true }: MediaType): Weighted[] {
  const valid = valuesOf(schema, description.schemas).map((value) => JSON.stringify(value));
  const { required = false, content = [] } = operation.requestBody ?? {};
  const refusal = refusalOf(operation);
  // A body that need not be sent may be empty.
  const isAllowed = (text: string) => (text === "" ? !required : isValid(schema, text));
  return [
    {
      weight: 10,
      arbitrary: valuesAgainst(schema).map((value) => ({
        ...wellFormed(operation),
        fault: "a body that is not as described",
        refusal,
        body: bytes(JSON.stringify(value)),
      })),
    },
    {
      weight: 3,
      arbitrary: valid
        .chain(damaged)
        .filter((text) => !isAllowed(text))
        .map((text) => ({
          ...wellFormed(operation),
          fault: "a damaged body",
          refusal,
          body: bytes(text),
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 200 })
        .filter((body) => !isAllowed(new TextDecoder().decode(body)))
        .map((body) => ({ ...wellFormed(operation), fault: "a body of any bytes", refusal, body })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valid, fc.stringMatching(/^[a-z]{1,8}\/[a-z.+-]{1,12}(; ?[a-z]+=[a-z]+)?$/))
        .filter(([, type]) => !content.some(({ name }) => isRange(name) || type.split(";", 1)[0] === name))
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

function isValid(schema: Schema, text: string): boolean {
  try {
    return problemsOf(schema, JSON.parse(text)) === "";
  } catch {
    return false;
  }
}

function parametersAgainst(operation: Operation): Weighted[] {
  return operation.parameters.flatMap((parameter) => {
    const words = wordsAgainst(parameter.schema ?? true);
    if (words === undefined || parameter.in !== "header") return [];
    const arbitrary = words.map((word) => ({
      ...wellFormed(operation),
      fault: `a ${parameter.name} that is not described`,
      refusal: refusalOf(operation),
      headers: { ...wellFormed(operation).headers, [parameter.name.toLowerCase()]: word },
    }));
    return [{ weight: 2, arbitrary }];
  });
}

/** Where a bearer token is asked for, whatever else is sent as one; otherwise nothing. */
function credentialsAgainst(operation: Operation): Arbitrary<MalformedRequest> {
  const kinds = operation.security.flat().map(({ scheme }) => description.securitySchemes[scheme]?.kind);
  const request = { ...exampleRequest(description, { ...operation, security: [] }), operation };
  const credential = kinds.some((kind) => kind !== "bearer")
    ? fc.constant("")
    : fc.oneof(
        fc.constantFrom(
          "",
          "Bearer",
          "Bearer ",
          "Basic YTpi",
          "bearer\ttoken",
          "Bearer a b",
          "Token any",
          "any",
        ),
        fc.stringMatching(/^[!-~]{1,40}$/),
      );
  return credential.map((authorization) => ({
    ...request,
    fault: "a credential that is none",
    refusal: 401,
    headers: { ...request.headers, authorization },
  }));
}

function methodsAgainst(operation: Operation): Weighted[] {
  const [path = ""] = wellFormed(operation).target.split("?");
  const described = operations
    .filter((other) => isPathOf(other, path))
    .map(({ method }) => method.toUpperCase());
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
  const paths = fc.oneof(anyPath, fc.stringMatching(/^\/[a-z]{1,8}(\/[a-z0-9]{0,8}){0,3}$/));
  return paths
    .filter((path) => path.startsWith("/") && !operations.some((operation) => isPathOf(operation, path)))
    .map((target) => ({
      fault: "a path that is not described",
      refusal: 404,
      operation: undefined,
      method: "PUT",
      target,
      headers: { authorization: "Bearer any", "content-type": "application/json" },
      body: bytes("{}"),
    }));
}

/** Whether a path is one of an operation's, or begins with it. */
function isPathOf({ path, servers: [server] }: Operation, target: string): boolean {
  const segments = path.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^(${server ? basePath(server) : ""})?${segments.join("[^/]+")}`).test(target);
}

/** A request of an operation in which nothing is wrong yet. */
function wellFormed(operation: Operation): PlainRequest & { readonly operation: Operation } {
  return { operation, ...exampleRequest(description, operation) };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
