import type { Description, Values } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";

/** What openapi-fetch's methods return, asked for a stream. */
export interface Result {
  readonly data?: ReadableStream | null;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call ends in: openapi-fetch's result, with its data read.
 *
 * @param kind How they are to be read: as one of the description's, or of openapi-fetch's `parseAs`.
 * @param signal Ends a stream.
 * @param throws Whether a response that is not a success is thrown, as methods do, or returned, as verbs do.
 * @throws {ApiError} when it is thrown.
 * @throws {ResponseParseError} when a success should be JSON, and is not, or is missing.
 */
export async function settle(
  result: Result,
  call: CallDetails,
  description: Description,
  kind: string,
  signal: AbortSignal | null | undefined,
  throws: boolean | undefined,
): Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }> {
  const { data, error, response } = result;
  const { status, headers } = response;
  if (!response.ok) {
    if (!throws) return result;
    const body = error === "" ? undefined : error;
    const id = (body as Values | undefined)?.[description.requestId ?? ""] ?? headers.get("x-request-id");
    const requestId = typeof id === "string" ? id : undefined;
    const ErrorClass = description.errors[status] ?? ApiError;
    throw new ErrorClass({ ...call, status, headers, body, requestId }, `was answered ${status}`);
  }

  if (kind === "stream") {
    return { data: signal ? data?.pipeThrough(new TransformStream(), { signal }) : data, response };
  }
  if (!/json|none/.test(kind)) {
    // Any other kind is the name of a method. Without a body there are no data.
    return { data: data === undefined ? data : await response[kind as "text"](), response };
  }

  const text = await response.text();
  // What is described as having no content, and the statuses No Content and Reset Content.
  const isNone = kind === "none" || (text === "" && /204|205|HEAD|none/.test(status + call.method + kind));
  if (isNone) return { response };
  try {
    return { data: JSON.parse(text), response };
  } catch (cause) {
    const what = `was answered ${status} without ${text ? "JSON" : "a body"}`;
    throw new ResponseParseError({ ...call, status, headers, excerpt: text.slice(0, 200) }, what, { cause });
  }
}
