import type { MediaType } from "@visitors-api/openapi";
import { isFieldValue } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Reply } from "../request/incoming.ts";
import { Refusal } from "../request/refusal.ts";
import { type Choice, exampleOf } from "./documented.ts";
import { documentedHeaders } from "./headers.ts";
import { acceptable, inOrder } from "./media-types.ts";
import { isWithoutBody } from "./without-body.ts";
import { write } from "./write.ts";

/** A reply with a body of a media type, as JSON. */
export function replyWith(
  status: number,
  mediaType: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  if (isWithoutBody(status)) return emptyReply(status, headers);
  return { status, headers: { ...headers, "content-type": mediaType }, body: JSON.stringify(value) };
}

/** A reply without a body. */
export function emptyReply(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: undefined };
}

/**
 * Says of an answer that it is not as the description says, and that this is not the API's doing: of its schema no valid value was
 * found, which a search that ends somewhere need not find, or nothing says how one is written in its media type.
 */
export const sampleHeader = "x-sandbox-sample";

/**
 * The media type in which a client takes an answer; undefined where the answer has no body. An error is sent in what there is: to
 * read it is better than to read that it cannot be read (RFC 9110 § 12.4.1).
 *
 * @throws Refusal 406 when it takes a success in none of those that are documented.
 */
export function acceptedMediaType(
  { status, response: { content }, exampleName }: Choice,
  accept: string | undefined,
): MediaType | undefined {
  if (content.length === 0 || isWithoutBody(status)) return undefined;
  const order = inOrder(content);
  // An example that was asked for by name decides as well as the client's Accept does.
  const named = order.filter(({ examples }) => examples.some(({ name }) => name === exampleName));
  const candidates = exampleName === undefined ? order : named;
  const mediaType = acceptable(candidates, accept) ?? (status >= 400 ? candidates[0] : undefined);
  if (mediaType) return mediaType;
  const names = content.map(({ name }) => name).join(", ");
  throw new Refusal(406, [{ message: `Accept takes none of what the answer can be: ${names}` }]);
}

/**
 * What the description says, word for word: the chosen example, or a value made from the schema.
 *
 * @param random Makes any value of the schema in place of that, where there is a schema.
 */
export async function documentedReply(
  description: Description,
  choice: Choice,
  accept: string | undefined,
  random?: () => number,
): Promise<Reply> {
  const mediaType = acceptedMediaType(choice, accept);
  const headers = await documentedHeaders(description, choice.response);
  if (mediaType === undefined) return emptyReply(choice.status, headers);
  const reply = (value: unknown, isValid = true) =>
    writtenReply(description, choice.status, headers, mediaType, accept, value, isValid);
  if (random && mediaType.schema !== undefined) {
    const { value, isValid } = await description.samples.random(mediaType.schema, "response", random);
    return reply(value, isValid);
  }
  const example = exampleOf(mediaType, choice) ?? mediaType.examples[0];
  if (example) return reply(example.value);
  if (mediaType.schema === undefined && mediaType.kind !== "json") return reply(undefined);
  const { value, isValid } = await description.samples.of(mediaType.schema, "response");
  return reply(value, isValid);
}

/**
 * A value as the body of a documented response.
 *
 * @param headers Those that are documented for it.
 * @param mediaType One of the response.
 * @param isValid Whether the value is as the description says.
 */
export function writtenReply(
  description: Description,
  status: number,
  headers: Readonly<Record<string, string>>,
  mediaType: MediaType,
  accept: string | undefined,
  value: unknown,
  isValid = true,
): Reply {
  const { name, body, isKnown } = write(value, mediaType, accept, description.schemas);
  if (!isFieldValue(name)) {
    throw new Error(`The description has a media type that HTTP cannot carry: ${JSON.stringify(name)}`);
  }
  if (isValid && isKnown) return { status, headers: { ...headers, "content-type": name }, body };
  const note = `${isValid ? "written as JSON" : "invalid"}; give the response an example`;
  return { status, headers: { ...headers, "content-type": name, [sampleHeader]: note }, body };
}
