import type { Description } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import type { CallDetails } from "./errors/call-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";
import { requestIdOf } from "./request-id.ts";
import { parse, type Received, restore, textOf } from "./response.ts";

/** What openapi-fetch's methods return, but for the response. */
export interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
}

/**
 * What a call ends in.
 *
 * @param kind How its data are to be read: as one of the description's, or of openapi-fetch's `parseAs`.
 * @param signal Ends a stream.
 * @param throws Whether a response that is not a success is thrown, as methods do, or returned, as verbs do.
 * @throws {ApiError} when it is thrown.
 * @throws {ResponseParseError} when a success should be JSON, and is not, or is missing.
 */
export async function settle(
  received: Received,
  call: CallDetails,
  description: Description,
  kind: string,
  signal: AbortSignal | null | undefined,
  throws: unknown,
): Promise<Result> {
  const { response } = received;
  const { ok, status, headers } = response;
  if (ok && kind === "stream") {
    const { body } = response;
    return { data: signal ? body?.pipeThrough(new TransformStream(), { signal }) : body };
  }
  const isText = !ok || /json/.test(kind);
  const text = isText ? textOf(received) : "";
  let cause: unknown;
  if (ok) {
    // What is described as having no content, and the statuses No Content and Reset Content.
    if (text === "" && /204|205|HEAD|none/.test(status + call.method + kind)) return {};
    // Any other kind is the name of a method.
    if (!isText) return { data: await restore(received)[kind as "text"]() };
    try {
      return { data: JSON.parse(text) };
    } catch (caught) {
      cause = caught;
    }
  }
  const error = text ? parse(text) : undefined;
  if (!ok && !throws) return { error };
  const details = { ...call, status, headers, excerpt: text.slice(0, 200) };
  const what = `was answered ${status}`;
  if (ok) throw new ResponseParseError(details, `${what} without ${text ? "JSON" : "a body"}`, { cause });
  const ErrorClass = description.errors[status] ?? ApiError;
  throw new ErrorClass(
    { ...details, body: error, requestId: requestIdOf(error, headers, description) },
    what,
  );
}
