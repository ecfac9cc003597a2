/** The statuses that the sandbox answers with of itself, and their reason phrases (RFC 9110 § 15). */
const REASON_PHRASES = new Map([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [409, "Conflict"],
  [413, "Content Too Large"],
  [415, "Unsupported Media Type"],
  [422, "Unprocessable Content"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
]);

export function reasonPhrase(status: number): string {
  return REASON_PHRASES.get(status) ?? (status < 500 ? "Error" : "Server Error");
}
