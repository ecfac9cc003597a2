import { type CallDetails, CallError } from "./call-error.ts";

/** The response was a success, and its body is not JSON as it should be: it is something else, cut short, or empty. */
export class ResponseParseError extends CallError {
  override readonly name = "ResponseParseError";
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The first 200 characters of the body. */
  declare readonly excerpt: string;

  constructor(call: CallDetails, { status, headers }: Response, text: string, cause?: unknown) {
    const type = headers.get("content-type");
    super(
      { ...call, status, headers, excerpt: text.slice(0, 200) } as CallDetails,
      `was answered ${status} with ${text ? `${type} that is not JSON` : "no body"}`,
      cause,
    );
  }
}
