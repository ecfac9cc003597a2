import type { Description, OperationObject, Referenced, ResponseObject } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import { bodyKind } from "./media-types.ts";
import type { DocumentedError, Operation, OperationError, Type } from "./model.ts";
import { errorClass, reasonPhrase } from "./reason-phrases.ts";
import { objectShape, schemaType, type TypeContext } from "./schemas.ts";

const isSuccess = (status: string): boolean => /^2/.test(status);

/** What a successful call can end in. `default` is a success where the operation documents no other. */
export function buildOutput(
  { responses = {} }: OperationObject,
  context: TypeContext,
): Pick<Operation, "output" | "response"> {
  const successes = Object.keys(responses).filter(isSuccess);
  const statuses =
    successes.length > 0 ? successes : Object.keys(responses).filter((status) => status === "default");
  const types = statuses.flatMap((status) => bodyTypes(status, responses, context));
  const mediaTypes = statuses.flatMap((status) => Object.keys(contentOf(responses[status], context)));
  return {
    output: types.length > 0 ? unique(types) : [{ text: "undefined" }],
    response: responseKind(mediaTypes),
  };
}

/** One way to read all of them: JSON where one is JSON, otherwise as text where all are text. */
function responseKind(mediaTypes: readonly string[]): Operation["response"] {
  const kinds = mediaTypes.map(bodyKind);
  if (kinds.length === 0) return "none";
  if (kinds.some((kind) => kind === "json" || kind === "form")) return "json";
  return kinds.every((kind) => kind === "text") ? "text" : "blob";
}

/** What a call can throw for its response, in the description's order. */
export function buildErrors(operation: OperationObject, context: TypeContext): OperationError[] {
  const { responses = {} } = operation;
  return errorResponses(operation).map(([status, response]) => ({
    status,
    class: classOf(status),
    description: resolve<ResponseObject>(context.description, response).description ?? "",
    body: unique(bodyTypes(status, responses, context)),
  }));
}

/** The classes of what a call can throw. They are named by the status alone, so they are known before any type is. */
export function errorClasses(operation: OperationObject): string[] {
  return errorResponses(operation).map(([status]) => classOf(status));
}

function errorResponses({ responses = {} }: OperationObject): [status: string, Referenced<ResponseObject>][] {
  const hasSuccess = Object.keys(responses).some(isSuccess);
  return Object.entries(responses).filter(
    ([status]) => /^([345](\d\d|XX)|default)$/i.test(status) && (hasSuccess || status !== "default"),
  );
}

function classOf(status: string): string {
  return /^\d+$/.test(status) ? errorClass(Number(status)) : "ApiError";
}

function bodyTypes(
  status: string,
  responses: NonNullable<OperationObject["responses"]>,
  context: TypeContext,
): Type[] {
  const { place } = context;
  const content = Object.entries(contentOf(responses[status], context));
  if (content.length === 0) return [{ text: "undefined" }];
  const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
  return content.map(([mediaType, { schema }]) => {
    const kind = bodyKind(mediaType);
    if (kind === "text") return { text: "string" };
    if (kind === "binary" || kind === "multipart") return { text: "Blob" };
    return schemaType(
      schema,
      `${place}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`,
      "Readable",
      context,
    );
  });
}

function contentOf(response: Referenced<ResponseObject> | undefined, { description }: TypeContext) {
  return (response && resolve(description, response).content) ?? {};
}

const requestIdName = /^(x[-_])?request[-_]?id$/i;

/** APIs that give a request an id in their errors agree on its name, but for its spelling. */
export function findRequestId(
  operations: readonly OperationObject[],
  description: Description,
): string | undefined {
  for (const { responses = {} } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      if (isSuccess(status)) continue;
      for (const { schema } of Object.values(resolve<ResponseObject>(description, response).content ?? {})) {
        const name = [...(objectShape(description, schema)?.properties ?? [])].find((name) =>
          requestIdName.test(name),
        );
        if (name !== undefined) return name;
      }
    }
  }
  return undefined;
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
