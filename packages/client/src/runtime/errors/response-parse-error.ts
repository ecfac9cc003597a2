import { type CallDetails, CallError } from "./call-error.ts";

/** The response was a success, and its body is not JSON as it should be: it is something else, cut short, or empty. */
export class ResponseParseError extends CallError {
  override readonly name = "ResponseParseError";
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The first 200 characters of the body. */
  declare readonly excerpt: string;

  constructor(call: CallDetails, { status, headers }: Response, text: string, cause?: unknown) {
    const details = { ...call, status, headers, excerpt: text.slice(0, 200) };
    super(details, `was answered ${status} with ${text ? "a body that is not JSON" : "no body"}`, cause);
  }
}
