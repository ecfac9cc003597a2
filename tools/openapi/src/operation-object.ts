import { type Deprecation, readDeprecation } from "./deprecation.ts";
import { isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOf } from "./json.ts";
import { type Parameter, readParameter } from "./parameter-object.ts";
import type { Method } from "./path-item-object.ts";
import { resolve } from "./reference-object.ts";
import { type RequestBody, readRequestBody } from "./request-body-object.ts";
import type { Response } from "./response-object.ts";
import { readResponses } from "./responses-object.ts";
import { readSecurity, type Security } from "./security-requirement-object.ts";
import { readServers, type Server } from "./server-object.ts";

/** An operation with all that holds for it, wherever that was written (OpenAPI 3.1 § 4.8.10). */
export interface Operation extends Deprecation {
  /** Undefined where the description gives it none. */
  readonly id: string | undefined;
  /** In lower case. */
  readonly method: Method;
  /** With its template expressions in braces. */
  readonly path: string;
  /** Where it was written: a JSON Pointer into the document that was read, as a URI fragment. */
  readonly pointer: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly externalDocs: ExternalDocs | undefined;
  /** Those of its path item among them. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  /** Its own or, where it states none, the description's. */
  readonly security: Security;
  /** Its own, its path item's or the description's; empty where nobody names one. */
  readonly servers: readonly Server[];
  /** What stands under keys that begin with `x-`. */
  readonly extensions: JsonObject;
}

/** OpenAPI 3.1 § 4.8.11. */
export interface ExternalDocs {
  readonly url: string;
  readonly description: string;
}

/** @param operation As `normalizeDocument` has it: parameters, servers and security are effective. */
export function readOperation(
  document: object,
  operation: JsonObject,
  at: Pick<Operation, "method" | "path" | "pointer">,
): Operation {
  const parameters = listOrEmpty(operation["parameters"]).filter(isObject);
  return {
    id: textOf(operation["operationId"]) || undefined,
    ...at,
    summary: textOf(operation["summary"]),
    description: textOf(operation["description"]),
    ...readDeprecation(operation),
    tags: listOrEmpty(operation["tags"]).map(textOf),
    externalDocs: readExternalDocs(operation["externalDocs"]),
    parameters: parameters.flatMap(
      (reference) => readParameter(document, resolve(document, reference)) ?? [],
    ),
    requestBody: readRequestBody(document, operation["requestBody"]),
    responses: readResponses(document, operation["responses"]),
    security: readSecurity(operation["security"]),
    servers: readServers(operation["servers"]) ?? [],
    extensions: extensionsOf(operation),
  };
}

export function readExternalDocs(externalDocs: unknown): ExternalDocs | undefined {
  const { url, description } = objectOrEmpty(externalDocs);
  return textOf(url) === "" ? undefined : { url: textOf(url), description: textOf(description) };
}

/** OpenAPI 3.1 § 4.9. */
export function extensionsOf(node: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key.startsWith("x-")));
}
