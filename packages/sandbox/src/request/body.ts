import {
  bodyKind,
  isFieldValue,
  isJson,
  type MediaType,
  type RequestBody,
  selectMediaType,
} from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { problemsFrom } from "../validation/problems.ts";
import { UnsupportedCodingError } from "./content-coding.ts";
import { readForm } from "./form.ts";
import { BodyTooLargeError, BrokenBodyError, type Incoming } from "./incoming.ts";
import { parseJson } from "./json.ts";
import { JsonError } from "./json-error.ts";
import { readMultipart } from "./multipart.ts";
import { isPlainText, readText } from "./plain-text.ts";
import { Refusal } from "./refusal.ts";

/** The largest request body of an operation that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/**
 * Reads and checks the body of a request. JSON, forms of both kinds and plain text are read and validated; any other described media
 * type is handed on as bytes.
 *
 * @param limit How many bytes are read at most.
 * @returns undefined when there is no body and none is required.
 * @throws Refusal 400, 413 or 415.
 */
export async function readBody(
  described: RequestBody,
  description: Description,
  incoming: Incoming,
  limit = BODY_LIMIT,
): Promise<unknown> {
  const contentType = incoming.header("content-type");
  const mediaType = contentType === undefined ? undefined : selectMediaType(described.content, contentType);
  if (contentType !== undefined && mediaType === undefined) throw unsupported(described, contentType);

  let bytes: Uint8Array;
  try {
    bytes = await incoming.readBody(limit);
  } catch (error) {
    throw unread(error);
  }
  if (bytes.byteLength === 0 && (!described.required || contentType === undefined)) {
    if (!described.required) return undefined;
    throw new Refusal(400, [{ message: "A request body is required" }]);
  }
  if (contentType === undefined || mediaType === undefined) {
    throw unsupported(described, "a body without a Content-Type");
  }
  if (isJson(contentType)) return checked(parsed(bytes), mediaType, description);
  if (isPlainText(contentType))
    return checked(readText(bytes, contentType, mediaType, description), mediaType, description);
  const kind = bodyKind(contentType);
  if (kind === "form") return checked(readForm(text(bytes), mediaType, description), mediaType, description);
  if (kind !== "multipart" || !/^multipart\/form-data\b/i.test(contentType)) return bytes;
  const form = await readMultipart(bytes, contentType, mediaType, description).catch((error: unknown) => {
    throw unread(error);
  });
  return checked(form, mediaType, description);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What to answer when a body could not be read. */
function unread(error: unknown): unknown {
  if (error instanceof BodyTooLargeError) return new Refusal(413, [{ message: error.message }]);
  if (error instanceof UnsupportedCodingError) {
    // RFC 9110 § 12.5.3: Accept-Encoding in a 415 says what would have been taken.
    const headers = { "accept-encoding": error.supported.join(", ") };
    return new Refusal(415, [{ message: error.message }], headers);
  }
  if (!(error instanceof BrokenBodyError)) return error;
  return new Refusal(error.status, [{ message: `The body cannot be read: ${error.message}` }]);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const message = `The body cannot be read: ${error.message}`;
    const field = error.place?.path.join(".");
    throw new Refusal(400, [field ? { message: `${message}, at ${field}`, field } : { message }]);
  }
}

/** @throws Refusal 400 with one problem for each mistake. */
function checked(value: unknown, { schema }: MediaType, { validators }: Description): unknown {
  const issues = validators.of(schema, "request")(value);
  if (issues.length > 0) throw new Refusal(400, problemsFrom(issues, "The body"));
  return value;
}

function unsupported({ content }: RequestBody, given: string): Refusal {
  const accepted = content
    .map(({ name }) => name)
    .filter(isFieldValue)
    .join(", ");
  // RFC 9110 § 15.5.16: Accept in a 415 says what would have been taken.
  return new Refusal(415, [{ message: `${given} is not supported: send ${accepted}` }], { accept: accepted });
}
