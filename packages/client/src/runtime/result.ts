import type { Description, OperationEntry, Values } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";

/** What openapi-fetch's methods return. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The error of a response that is not a success. */
export function apiError({ error, response }: Result, call: CallDetails, description: Description): ApiError {
  const { status, headers } = response;
  const body = error === "" ? undefined : error;
  const id = (body as Values | undefined)?.[description.requestId ?? ""] ?? headers.get("x-request-id");
  const requestId = typeof id === "string" ? id : undefined;
  const ErrorClass = description.errors[status] ?? ApiError;
  return new ErrorClass({ ...call, status, headers, body, requestId }, `was answered ${status}`);
}

/**
 * Reads a success as JSON.
 *
 * @throws {ResponseParseError} when it is none.
 */
export async function readJson(
  { response }: Result,
  call: CallDetails,
  { response: kind }: OperationEntry,
): Promise<Result> {
  const { status, headers } = response;
  const text = await response.text();
  // What is described as having no content, and the statuses No Content and Reset Content.
  if (kind === "none" || (text === "" && /204|205|HEAD/.test(status + call.method))) return { response };
  try {
    return { data: JSON.parse(text), response };
  } catch (error) {
    const what = `was answered ${status} with ${text ? "a body that is not JSON" : "no body"}`;
    throw new ResponseParseError({ ...call, status, headers, excerpt: text.slice(0, 200) }, what, error);
  }
}
