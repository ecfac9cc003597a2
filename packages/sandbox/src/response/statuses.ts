/** The errors that the sandbox answers with, of itself or when asked to, and their reason phrases (RFC 9110 § 15). */
const REASON_PHRASES = new Map([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [406, "Not Acceptable"],
  [408, "Request Timeout"],
  [409, "Conflict"],
  [410, "Gone"],
  [413, "Content Too Large"],
  [415, "Unsupported Media Type"],
  [417, "Expectation Failed"],
  [422, "Unprocessable Content"],
  [429, "Too Many Requests"],
  [431, "Request Header Fields Too Large"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
]);

/** What a status is called besides its reason phrase. */
const CUSTOMARY_NAMES = new Map([[429, ["Rate Limited", "Rate Limit Exceeded"]]]);

/** Tells whether something, such as an example, is named after a status, in whatever spelling. */
export function isNamedAfter(name: string, status: number): boolean {
  const names = [REASON_PHRASES.get(status) ?? "", ...(CUSTOMARY_NAMES.get(status) ?? [])];
  return names.some((known) => known !== "" && letters(known) === letters(name));
}

/** Tells whether something is named after some status of an error. */
export function isNamedAfterAny(name: string): boolean {
  return [...REASON_PHRASES.keys()].some((status) => isNamedAfter(name, status));
}

function letters(text: string): string {
  return text.replaceAll(/[^a-z]/gi, "").toLowerCase();
}

export function reasonPhrase(status: number): string {
  return REASON_PHRASES.get(status) ?? (status < 500 ? "Error" : "Server Error");
}

/** What programs call the errors of a status, such as `not_found`. */
export function codeNamedAfter(status: number): string {
  return reasonPhrase(status).toLowerCase().replaceAll(" ", "_");
}
