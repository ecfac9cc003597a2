import type { ErrorList } from "@visitors-api/client";
import { isObject } from "@visitors-api/openapi";
import type { Problem } from "../validation/problem.ts";

/*
 * The one place that knows the shape of the API's errors. Everything else speaks of problems.
 */

/** Tells whether a documented error has the shape that this file fills in. */
export function isErrorList(value: unknown): value is ErrorList {
  return (
    isObject(value) &&
    Array.isArray(value["errors"]) &&
    value["errors"].every((item) => isObject(item) && typeof item["code"] === "string")
  );
}

/** The documented error, as the answer to this request. */
export function documentedErrorList(documented: ErrorList, requestId: string): ErrorList {
  return { ...documented, request_id: requestId };
}

/** One error for each problem; its code is the documented one's when there is one for the status. */
export function errorListOf(problems: readonly Problem[], code: string, requestId: string): ErrorList {
  return {
    type: "error.list",
    request_id: requestId,
    errors: problems.map(({ message, field }) => ({ code, message, ...(field !== undefined && { field }) })),
  };
}

export function codeOf(documented: ErrorList): string | undefined {
  return documented.errors[0]?.code;
}
