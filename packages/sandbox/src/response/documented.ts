import { isJson, type MediaType, type Operation, type Response, responseFor } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Preference } from "../request/prefer.ts";
import { isNamedAfter } from "./statuses.ts";

/** A response that the description documents, and the example of it to answer with. */
export interface Choice {
  readonly status: number;
  readonly response: Response;
  readonly example: { readonly mediaType: string; readonly value: unknown } | undefined;
}

/** The first success that an operation documents; 200 when it documents none. */
export function firstSuccess({ responses }: Operation): number {
  const success = responses.find(({ status }) => /^2\d\d$/.test(status));
  return success === undefined ? 200 : Number(success.status);
}

/** Chooses the example for a status, by name when one is asked for. */
export function choose(operation: Operation, status: number, name?: string): Choice | undefined {
  const response = responseFor(operation.responses, status);
  return response && { status, response, example: exampleFor(response, status, name) };
}

/** Chooses from the error that stands in where an operation documents none for the status. */
export function chooseShared({ sharedError }: Description, status: number): Choice | undefined {
  return sharedError && { status, response: sharedError, example: exampleNamedAfter(sharedError, status) };
}

/** Chooses what a client prefers; undefined when the operation does not document it, and it is to be ignored. */
export function choosePreferred(operation: Operation, { code, example }: Preference): Choice | undefined {
  const documented = operation.responses.map(({ status }) => Number(status)).filter(Number.isInteger);
  const statuses = code === undefined ? [firstSuccess(operation), ...documented] : [code];
  for (const status of statuses) {
    const choice = choose(operation, status, example);
    if (choice && (example === undefined || choice.example)) return choice;
  }
  return undefined;
}

/** The media type that a body of this content is sent as: JSON where there is a choice. */
export function preferredMediaType(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({ name }) => isJson(name)) ?? content[0];
}

/** The media type that an operation answers a status in. */
export function mediaTypeFor({ responses }: Operation, status: number): string {
  const response = responseFor(responses, status);
  return (response && preferredMediaType(response.content)?.name) ?? "application/json";
}

function exampleFor(response: Response, status: number, name?: string): Choice["example"] {
  if (name !== undefined) {
    const examples = response.content.flatMap((mediaType) =>
      mediaType.examples.map((example) => ({ mediaType: mediaType.name, example })),
    );
    const named = examples.find(({ example }) => example.name === name);
    return named && { mediaType: named.mediaType, value: named.example.value };
  }
  // Examples of a range or of `default` are of any status: only one named after this status is about it.
  if (response.status !== String(status)) return exampleNamedAfter(response, status);
  return exampleWhere(response, () => true);
}

function exampleNamedAfter(response: Response, status: number): Choice["example"] {
  return exampleWhere(response, (name) => isNamedAfter(name, status));
}

function exampleWhere({ content }: Response, fits: (name: string) => boolean): Choice["example"] {
  const mediaType = preferredMediaType(content);
  const example = mediaType?.examples.find(({ name }) => fits(name));
  return mediaType && example && { mediaType: mediaType.name, value: example.value };
}
