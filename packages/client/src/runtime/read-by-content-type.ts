import type { ResponseKind, Step } from "./description.ts";
import { essence, isIn, isJson } from "./media-types.ts";

/** Media types whose messages go on for as long as there are events or records to send. */
const streams = /^(text\/event-stream|application\/(x-)?(ndjson|jsonl|jsonlines|json-seq)|.+\+json-seq)$/;

/** Reads a success as its `Content-Type` says, where several kinds are described. */
export const readByContentType: Step = ({ response: kinds }, { parseAs }) => {
  if (typeof kinds !== "object" || parseAs) return undefined;
  return {
    readAs({ headers }) {
      const said = kindOf(headers.get("Content-Type") ?? "");
      // What is none of them is held against the first, which there always is.
      return kinds.find((kind) => kind.startsWith(said)) ?? (kinds[0] as ResponseKind);
    },
  };
};

/** Without a media type, what came is bytes (RFC 9110 § 8.3). */
function kindOf(mediaType: string): ResponseKind {
  if (streams.test(essence(mediaType))) return "stream";
  if (isJson(mediaType)) return "json";
  return isIn(mediaType, "text/*") ? "text" : "blob";
}
