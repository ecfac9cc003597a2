import { deref, type Header, isJson } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Reply } from "../request/incoming.ts";
import { type Choice, preferredMediaType } from "./documented.ts";

/** A reply with a body of a media type: JSON is serialised, text is sent as it is. */
export function replyWith(
  status: number,
  mediaType: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const body = typeof value === "string" && !isJson(mediaType) ? value : JSON.stringify(value);
  return { status, headers: { ...headers, "content-type": mediaType }, body };
}

/** A reply without a body. */
export function emptyReply(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: undefined };
}

/**
 * Says of an answer that it is not as its schema says, and that this is not the API's doing: none was found that is. A search for
 * a value ends somewhere, and there need not be one.
 */
export const sampleHeader = "x-sandbox-sample";

/** What the description says, word for word: the chosen example, or a value made from the schema. */
export function documentedReply(description: Description, { status, response, example }: Choice): Reply {
  const headers = exampleHeaders(description, response.headers);
  if (example) return replyWith(status, example.mediaType, example.value, headers);
  const mediaType = preferredMediaType(response.content);
  if (mediaType === undefined) return emptyReply(status, headers);
  const {
    name,
    schema,
    examples: [first],
  } = mediaType;
  if (first) return replyWith(status, name, first.value, headers);
  const { value, isValid } = description.samples.of(schema, "response");
  return replyWith(status, name, value, {
    ...headers,
    ...(!isValid && { [sampleHeader]: "invalid; give the response an example" }),
  });
}

/** The headers that the description gives examples of. */
function exampleHeaders({ schemas }: Description, headers: readonly Header[]): Record<string, string> {
  const examples: Record<string, string> = {};
  for (const {
    name,
    schema = true,
    examples: [given],
  } of headers) {
    const described = deref(schema, schemas);
    const { example, default: usual } = typeof described === "object" ? described : {};
    const value = given ? given.value : (example ?? usual);
    if (value !== undefined && typeof value !== "object") examples[name.toLowerCase()] = String(value);
  }
  return examples;
}
