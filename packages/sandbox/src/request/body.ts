import type { MediaType, RequestBody } from "../description/model.ts";
import { BodyTooLargeError, type Incoming } from "./incoming.ts";
import { JsonError, parseJson } from "./json.ts";
import { isJson, selectMediaType } from "./media-type.ts";
import { Refusal } from "./refusal.ts";

/** The largest request body that is read, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Reads and checks the body of a request. JSON is parsed and validated; any other described media type is handed on
 * as bytes.
 *
 * @param onRead Called with the bytes as they came.
 * @returns undefined when there is no body and none is required.
 * @throws Refusal 400, 413 or 415.
 */
export async function readBody(
  described: RequestBody,
  incoming: Incoming,
  onRead: (bytes: Uint8Array) => void,
): Promise<unknown> {
  const contentType = incoming.header("content-type");
  const mediaType = selectMediaType(described.content, contentType);
  if (contentType !== undefined && mediaType === undefined) throw unsupported(described, contentType);

  const bytes = await readBytes(incoming);
  onRead(bytes);
  if (bytes.byteLength === 0 && (!described.required || contentType === undefined)) {
    if (!described.required) return undefined;
    throw new Refusal(400, [{ message: "A request body is required" }]);
  }
  if (mediaType === undefined) throw unsupported(described, "a body without a Content-Type");
  return isJson(contentType) ? parsed(bytes, mediaType) : bytes;
}

async function readBytes(incoming: Incoming): Promise<Uint8Array> {
  const coding = incoming.header("content-encoding");
  if (coding !== undefined && coding.toLowerCase() !== "identity") {
    throw new Refusal(415, [{ message: `The content coding ${coding} is not supported` }], {
      "accept-encoding": "identity",
    });
  }
  try {
    return await incoming.readBody(BODY_LIMIT);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw new Refusal(413, [{ message: error.message }]);
    throw error;
  }
}

function parsed(bytes: Uint8Array, mediaType: MediaType): unknown {
  let value: unknown;
  try {
    value = parseJson(bytes);
  } catch (error) {
    if (error instanceof JsonError)
      throw new Refusal(400, [{ message: `The body cannot be read: ${error.message}` }]);
    throw error;
  }
  const problems = mediaType.validate(value);
  if (problems.length > 0) {
    throw new Refusal(
      400,
      problems.map((problem) => ({ ...problem, message: problem.message.replace(/^The value/, "The body") })),
    );
  }
  return value;
}

function unsupported({ content }: RequestBody, given: string): Refusal {
  const accepted = [...content.keys()].join(", ");
  // RFC 9110 § 15.5.16: Accept in a 415 says what would have been taken.
  return new Refusal(415, [{ message: `${given} is not supported: send ${accepted}` }], { accept: accepted });
}
