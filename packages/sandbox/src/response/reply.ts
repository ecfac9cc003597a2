import type { Reply } from "../request/incoming.ts";
import { isJson } from "../request/media-type.ts";
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

/** What the description says, word for word: the chosen example, or a value made from the schema. */
export function documentedReply({ status, response, example }: Choice): Reply {
  const headers = Object.fromEntries(response.headers);
  if (example) return replyWith(status, example.mediaType, example.value, headers);
  const [mediaType, description] = preferredMediaType(response.content) ?? [];
  if (mediaType === undefined || description === undefined) return emptyReply(status, headers);
  const [first = description.sample()] = description.examples.values();
  return replyWith(status, mediaType, first, headers);
}
