import {
  type BodyKind,
  type Operation as Described,
  type Description,
  errorResponses,
  objectShape,
  type Response,
  successResponses,
} from "@visitors-api/openapi";
import type { DocumentedError, Operation, OperationError, ResponseKind, Type } from "./model.ts";
import { errorClass, reasonPhrase } from "./reason-phrases.ts";
import { schemaType, type TypeContext } from "./schemas.ts";

/** What a successful call can end in. */
export function buildOutput(
  { responses }: Described,
  context: TypeContext,
): Pick<Operation, "output" | "response"> {
  const successes = successResponses(responses);
  const types = successes.flatMap((response) => bodyTypes(response, context));
  return {
    output: types.length > 0 ? unique(types) : [{ text: "undefined" }],
    response: responseKind(successes),
  };
}

/** How a body of a kind is read. */
const readAs = {
  json: "json",
  form: "text",
  text: "text",
  bytes: "blob",
  multipart: "blob",
  stream: "stream",
} as const satisfies Record<BodyKind, ResponseKind>;

/** How the client reads the bodies of all successes. Of several kinds, `Content-Type` tells which one it is. */
function responseKind(successes: readonly Response[]): Operation["response"] {
  // Of No Content and Reset Content nobody expects any.
  const mayBeNone = successes.some(({ status, content }) => content.length === 0 && !/^20[45]$/.test(status));
  const kinds = new Set(
    successes
      .flatMap(({ content }) => content.map(({ kind }): ResponseKind => readAs[kind]))
      .map((kind) => (kind === "json" && mayBeNone ? "json-or-none" : kind)),
  );
  const [first = "none", ...others] = kinds;
  // What is none of those that are described is read as the first.
  const byLikelihood = [...kinds].sort((a, b) => Number(b.startsWith("json")) - Number(a.startsWith("json")));
  return others.length > 0 ? byLikelihood : first;
}

/** What a call can throw for its response, in the description's order. */
export function buildErrors({ responses }: Described, context: TypeContext): OperationError[] {
  return errorResponses(responses).map((response) => ({
    status: response.status,
    class: classOf(response.status),
    description: response.description,
    body: unique(errorTypes(response, context)),
  }));
}

/** An error's body is read at once, and as text where it is no JSON. */
function errorTypes(response: Response, context: TypeContext): Type[] {
  const isJson = response.content.map(({ kind }) => kind === "json");
  return bodyTypes(response, context).map((type, index) =>
    isJson[index] === false ? { text: "string" } : type,
  );
}

/** Errors are named by the status alone, so that they are known before any type is. */
export function classOf(status: string): string {
  return /^\d+$/.test(status) ? errorClass(Number(status)) : "ApiError";
}

function bodyTypes({ status, content }: Response, context: TypeContext): Type[] {
  if (content.length === 0) return [{ text: "undefined" }];
  const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
  return content.map(({ name, kind, schema }) => {
    const place = `${context.place}["responses"][${key}]["content"][${JSON.stringify(name)}]`;
    const text = readType(kind);
    return text === undefined ? schemaType(schema, place, "Readable", context) : { text };
  });
}

/** The type of what a body of a kind is read as; undefined for JSON, which its schema has the type of. */
export function readType(kind: BodyKind): string | undefined {
  const read = readAs[kind];
  return read === "json" ? undefined : typeNames[read];
}

const typeNames = { text: "string", blob: "Blob", stream: "ReadableStream<Uint8Array>" } as const;

const requestIdName = /^(x[-_])?request[-_]?id$/i;

/** APIs that give a request an id, in their errors or in a header, agree on its name, but for its spelling. */
export function findRequestId({ operations, schemas }: Description): string | undefined {
  for (const { responses } of operations) {
    for (const { content } of errorResponses(responses)) {
      for (const { schema } of content) {
        const properties = objectShape(schema, schemas)?.properties ?? [];
        const name = [...properties].find((name) => requestIdName.test(name));
        if (name !== undefined) return name;
      }
    }
  }
  const headers = operations.flatMap(({ responses }) => responses.flatMap((response) => response.headers));
  return headers.find(({ name }) => requestIdName.test(name))?.name;
}

/** One class for each status, over all operations: what a caller catches names the status, wherever it came from. */
export function collectErrors(operations: readonly (readonly OperationError[])[]): DocumentedError[] {
  const byStatus = new Map<number, Type[]>();
  for (const { status, body } of operations.flat()) {
    if (/^\d+$/.test(status))
      byStatus.set(Number(status), [...(byStatus.get(Number(status)) ?? []), ...body]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, body]) => ({
      status,
      class: errorClass(status),
      reason: reasonPhrase(status),
      body: unique(body),
    }));
}

function unique(types: readonly Type[]): Type[] {
  return [...new Map(types.map((type) => [type.text, type])).values()];
}
