import { type MediaType, parseMediaType } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { NotSerialisedError } from "./parameters/not-serialised-error.ts";
import { readValue } from "./parameters/value.ts";
import { part } from "./parameters/written.ts";
import { Refusal } from "./refusal.ts";

/** Of the other texts a schema says nothing: CSV, HTML and XML have forms of their own. */
export function isPlainText(contentType: string): boolean {
  const { type, subtype } = parseMediaType(contentType);
  return type === "text" && subtype === "plain";
}

/**
 * Reads a body of `text/plain` (RFC 2046 § 4.1) as its schema describes it: as a text or, where that can only be one, as a number, a
 * boolean or null.
 *
 * @throws Refusal 400 when it is not in its charset, or a number that a double cannot hold; 415 when the charset is none that is read.
 */
export function readText(
  bytes: Uint8Array,
  contentType: string,
  { schema }: MediaType,
  description: Description,
): unknown {
  const charset = parseMediaType(contentType).parameters.get("charset") ?? "utf-8";
  const text = decoded(bytes, charset);
  try {
    return readValue(part([text]), schema, description);
  } catch (error) {
    if (!(error instanceof NotSerialisedError)) throw error;
    throw new Refusal(400, [{ message: `The body ${error.message}` }]);
  }
}

function decoded(bytes: Uint8Array, charset: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new Refusal(415, [{ message: `The charset ${charset} is not supported: send utf-8` }]);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal(400, [{ message: `The body cannot be read: it is not ${charset}` }]);
  }
}
