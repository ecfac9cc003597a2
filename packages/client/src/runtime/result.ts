import type { Description, Values } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";

/** What openapi-fetch's methods return. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call ends in: openapi-fetch's result, and its data read as JSON if they are to be.
 *
 * @param throws Whether a response that is not a success is thrown, as methods do, or returned, as verbs do.
 * @throws {ApiError} when it is thrown.
 * @throws {ResponseParseError} when a success is not JSON, or is missing.
 */
export async function settle(
  result: Result,
  call: CallDetails,
  description: Description,
  parseAs: string,
  throws: boolean,
): Promise<Result> {
  const { error, response } = result;
  const { status, headers } = response;
  if (!response.ok && throws) {
    const body = error === "" ? undefined : error;
    const id = (body as Values | undefined)?.[description.requestId ?? ""] ?? headers.get("x-request-id");
    const requestId = typeof id === "string" ? id : undefined;
    const ErrorClass = description.errors[status] ?? ApiError;
    throw new ErrorClass({ ...call, status, headers, body, requestId }, `was answered ${status}`);
  }
  if (!response.ok || !isJson(parseAs)) return result;

  const text = await response.text();
  // What is described as having no content, and the statuses No Content and Reset Content.
  if (parseAs === "none" || (text === "" && /204|205|HEAD/.test(status + call.method))) return { response };
  try {
    return { data: JSON.parse(text), response };
  } catch (cause) {
    const what = `was answered ${status} without ${text ? "JSON" : "a body"}`;
    throw new ResponseParseError({ ...call, status, headers, excerpt: text.slice(0, 200) }, what, cause);
  }
}

/** openapi-fetch could parse JSON too, but not say what it was that is none. */
export function isJson(parseAs: string): boolean {
  return parseAs === "json" || parseAs === "none";
}
