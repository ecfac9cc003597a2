import type { ErrorList } from "@visitors-api/client";
import { isObject } from "@visitors-api/openapi";
import type { ErrorDialect } from "../response/error-dialect.ts";
import type { Problem } from "../validation/problem.ts";

/*
 * The errors of Intercom's API, with the codes of its public list:
 * https://developers.intercom.com/docs/references/rest-api/errors/error-codes
 */

const VERSION_HEADER = "Intercom-Version";

/** Intercom's own client sends its newest unless it is told another. */
const HOW_TO_SET_VERSION = "in intercom-client, its option `version` sets it";

/** Gives each error of a list its code, and the list the id of the request, which examples of the description have others of. */
export const errorList: ErrorDialect = (body, { problems, requestId }, isDocumented) => {
  if (!isErrorList(body)) return body;
  const errors = body.errors.map((error, index) => {
    const problem = isDocumented ? undefined : problems[index];
    if (problem === undefined) return error;
    if (problem.field !== VERSION_HEADER) return { ...error, code: codeOf(problem) ?? error.code };
    return {
      ...error,
      code: "intercom_version_invalid",
      message: `${problem.message}; ${HOW_TO_SET_VERSION}`,
    };
  });
  return { ...body, request_id: requestId, errors };
};

/** Undefined where the description's own code for the status says it. */
function codeOf({ isMissing }: Problem): string | undefined {
  return isMissing ? "parameter_not_found" : undefined;
}

function isErrorList(body: unknown): body is ErrorList {
  return (
    isObject(body) &&
    body["type"] === "error.list" &&
    Array.isArray(body["errors"]) &&
    body["errors"].every((error) => isObject(error) && typeof error["code"] === "string")
  );
}
