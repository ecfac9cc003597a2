import {
  type Example,
  type MediaType,
  type Operation,
  type Response,
  responseFor,
} from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Preference } from "../request/prefer.ts";
import { isNamedAfter, isNamedAfterAny } from "./statuses.ts";

/** A response that the description documents, to answer a status with. */
export interface Choice {
  readonly status: number;
  readonly response: Response;
  /** The example that the client asks for by its name. */
  readonly exampleName: string | undefined;
}

/**
 * The status that an operation answers with where nothing goes wrong and nobody asks for another: the first success that it
 * documents, or `default`; and where it documents neither, whatever it documents first.
 */
export function usualStatus({ responses }: Operation): number {
  const documented = responses.map(({ status }) => status);
  const usual =
    documented.find((status) => /^2\d\d$/.test(status)) ??
    documented.find((status) => status === "2XX" || status === "default") ??
    documented.find((status) => /^[345]/.test(status));
  return usual === undefined || usual === "default" ? 200 : Number(usual.replace("XX", "00"));
}

/**
 * The status for a request that is not as described: 400 or, where an operation documents 422 and not 400, that
 * (RFC 9110 § 15.5.21).
 */
export function mistakenStatus({ responses }: Operation): number {
  const isDocumented = (status: string) => responses.some((response) => response.status === status);
  return isDocumented("422") && !isDocumented("400") ? 422 : 400;
}

/** Chooses what an operation documents for a status, by itself, by its range or by `default`. */
export function choose(operation: Operation, status: number, exampleName?: string): Choice | undefined {
  const response = responseFor(operation.responses, status);
  return response && { status, response, exampleName };
}

/** Chooses the error that stands in where an operation documents none for the status. */
export function chooseShared({ sharedError }: Description, status: number): Choice | undefined {
  return sharedError && { status, response: sharedError, exampleName: undefined };
}

/** Chooses what a client prefers; undefined when the operation does not document it, and it is to be ignored. */
export function choosePreferred(operation: Operation, { code, example }: Preference): Choice | undefined {
  const documented = operation.responses
    .map(({ status }) => Number(status))
    .filter((status) => Number.isInteger(status) && status >= 200);
  const statuses = code === undefined ? [usualStatus(operation), ...documented] : [code];
  for (const status of statuses) {
    const choice = choose(operation, status, example);
    if (choice && (example === undefined || choice.response.content.some((one) => exampleOf(one, choice)))) {
      return choice;
    }
  }
  return undefined;
}

/**
 * The example to answer with in a media type. Of those of a range or of `default`, which are of any status, one that is named
 * after another status is not about this one.
 */
export function exampleOf(
  { examples }: MediaType,
  { status, response, exampleName }: Choice,
): Example | undefined {
  if (exampleName !== undefined) return examples.find(({ name }) => name === exampleName);
  if (response.status === String(status)) return examples[0];
  return (
    examples.find(({ name }) => isNamedAfter(name, status)) ??
    examples.find(({ name }) => !isNamedAfterAny(name))
  );
}
