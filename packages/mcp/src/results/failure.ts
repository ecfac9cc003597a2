import type { CallError } from "@visitors-api/client";
import type { ApiCredential, ApiOperation } from "../api.ts";
import { isIdempotent } from "../http-methods.ts";
import { cutTo } from "./cut.ts";

/** What is known of a call that failed. */
export interface FailedCall extends Pick<ApiOperation, "httpMethod" | "errors"> {
  readonly credentials: readonly ApiCredential[];
  readonly isSandbox: boolean;
}

/** How long the API's own words may be, in characters. */
const longestBody = 4_000;

/** What happened, the API's own words if it answered, and what whoever called can do. */
export function failureTexts(error: CallError, call: FailedCall): string[] {
  if (!isAnswer(error)) return [`${error.message}.`, noAnswerAdvice(error, call)];
  const { status, body, headers, excerpt } = error;
  const said =
    body === undefined
      ? excerpt
      : typeof body === "string"
        ? body
        : JSON.stringify(cutTo(body, longestBody).value);
  const about = call.errors[status] ?? call.errors[`${Math.floor(status / 100)}XX`] ?? call.errors["default"];
  const attempts = error.attempts > 1 ? `, after ${error.attempts} attempts` : "";
  return [
    `The API answered ${status}${attempts}${about === undefined ? "." : `: ${about}`}`,
    said === "" ? "" : `It says: ${said.slice(0, longestBody)}`,
    advice(status, headers, call),
    error.requestId === undefined ? "" : `The id of the request is ${error.requestId}.`,
  ];
}

interface Answer extends CallError {
  readonly status: number;
  readonly headers: Headers;
  readonly body?: unknown;
  readonly excerpt: string;
  readonly requestId?: string | undefined;
}

/** An `ApiError` or a `ResponseParseError`; the others had no answer to speak of. */
function isAnswer(error: CallError): error is Answer {
  return "status" in error && typeof error.status === "number" && "headers" in error;
}

/** By the meaning of the status (RFC 9110 § 15, RFC 6585). */
function advice(
  status: number,
  headers: Headers,
  { credentials, isSandbox, httpMethod }: FailedCall,
): string {
  const variables = credentials.flatMap((credential) => credential.variables).join(", ");
  const setUp = isSandbox
    ? ""
    : ` Whoever runs this server has to set ${variables || "a credential"} to one that may do this.`;
  switch (status) {
    case 401:
      return `The credential is missing or not valid; calling again will not help.${setUp}`;
    case 403:
      return `The credential may not do this; calling again will not help.${setUp}`;
    case 404:
    case 410:
      return "Nothing is there by what the arguments name: check them, or look for what there is first.";
    case 409:
    case 412:
      return "What is there is not in the state that this needs: look at it before you call again.";
    case 429: {
      const after = headers.get("Retry-After");
      return `The rate limit is used up: wait${after === null ? "" : ` until Retry-After (${after}) is over`} before you call again.`;
    }
    default:
      if (status >= 500) return `The API failed; ${againAdvice(httpMethod)}`;
      if (status < 300)
        return `It was no error, and the body is not what it should be; ${againAdvice(httpMethod)}`;
      return "Change the arguments as it says before you call again.";
  }
}

function noAnswerAdvice({ name }: CallError, { httpMethod }: FailedCall): string {
  const what = name === "TimeoutError" ? "It took too long" : "No answer came";
  return `${what}; ${againAdvice(httpMethod)}`;
}

/** RFC 9110 § 9.2.2. */
function againAdvice(httpMethod: string): string {
  return isIdempotent(httpMethod)
    ? "call again later, which does no harm."
    : "it may have been carried out all the same: look before you call again.";
}
