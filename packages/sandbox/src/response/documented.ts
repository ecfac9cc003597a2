import type { Content, Description, DocumentedResponse, MediaType, Operation } from "../description/model.ts";
import { isJson } from "../request/media-type.ts";
import type { Preference } from "../request/prefer.ts";
import { isNamedAfter } from "./statuses.ts";

/** A response that the description documents, and the example of it to answer with. */
export interface Choice {
  readonly status: number;
  readonly response: DocumentedResponse;
  readonly example: { readonly mediaType: string; readonly value: unknown } | undefined;
}

/** What an operation documents for a status: for itself, for its range, or as `default` (OpenAPI 3.1 § 4.8.16). */
export function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  const { responses } = operation;
  return responses.get(String(status)) ?? responses.get(rangeOf(status)) ?? responses.get("default");
}

/** The first success that an operation documents; 200 when it documents none. */
export function firstSuccess(operation: Operation): number {
  const statuses = [...operation.responses.keys()];
  const success = statuses.find((status) => /^2\d\d$/.test(status));
  return success === undefined ? 200 : Number(success);
}

/** Chooses the example for a status, by name when one is asked for. */
export function choose(operation: Operation, status: number, name?: string): Choice | undefined {
  const response = responseFor(operation, status);
  return response && { status, response, example: exampleFor(response, status, operation, name) };
}

/** Chooses from the error that stands in where an operation documents none for the status. */
export function chooseShared({ sharedError }: Description, status: number): Choice | undefined {
  return sharedError && { status, response: sharedError, example: exampleNamedAfter(sharedError, status) };
}

/** Chooses what a client prefers; undefined when the operation does not document it, and it is to be ignored. */
export function choosePreferred(operation: Operation, { code, example }: Preference): Choice | undefined {
  const documented = [...operation.responses.keys()].filter((status) => /^\d{3}$/.test(status)).map(Number);
  const statuses = code === undefined ? [firstSuccess(operation), ...documented] : [code];
  for (const status of statuses) {
    const choice = choose(operation, status, example);
    if (choice && (example === undefined || choice.example)) return choice;
  }
  return undefined;
}

/** The media type that a body of this content is sent as: JSON where there is a choice. */
export function preferredMediaType(content: Content): [name: string, mediaType: MediaType] | undefined {
  for (const entry of content) if (isJson(entry[0])) return entry;
  const [first] = content;
  return first;
}

/** The media type that an operation answers a status in. */
export function mediaTypeFor(operation: Operation, status: number): string {
  const response = responseFor(operation, status);
  return (response && preferredMediaType(response.content)?.[0]) ?? "application/json";
}

function exampleFor(
  response: DocumentedResponse,
  status: number,
  operation: Operation,
  name?: string,
): Choice["example"] {
  if (name !== undefined) {
    for (const [mediaType, { examples }] of response.content) {
      if (examples.has(name)) return { mediaType, value: examples.get(name) };
    }
    return undefined;
  }
  // Examples of a range or of `default` are of any status: only one named after this status is about it.
  if (!operation.responses.has(String(status))) return exampleNamedAfter(response, status);
  return exampleWhere(response, () => true);
}

function exampleNamedAfter(response: DocumentedResponse, status: number): Choice["example"] {
  return exampleWhere(response, (name) => isNamedAfter(name, status));
}

function exampleWhere({ content }: DocumentedResponse, fits: (name: string) => boolean): Choice["example"] {
  const [mediaType, described] = preferredMediaType(content) ?? [];
  if (mediaType === undefined) return undefined;
  for (const [name, value] of described?.examples ?? []) {
    if (fits(name)) return { mediaType, value };
  }
  return undefined;
}

function rangeOf(status: number): string {
  return `${Math.floor(status / 100)}XX`;
}
