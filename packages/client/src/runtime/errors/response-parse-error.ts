import { type CallDetails, CallError } from "./call-error.ts";

/** The response was a success, and its body is not what it should be: not JSON, cut short, or nothing at all. */
export class ResponseParseError extends CallError {
  override readonly name = "ResponseParseError";
  readonly status: number;
  readonly headers: Headers;
  /** The first 200 characters of the body. */
  readonly excerpt: string;

  constructor(details: CallDetails, { status, headers }: Response, text: string, cause?: unknown) {
    const type = headers.get("content-type") ?? "no media type";
    super(
      details,
      `was answered ${status} with ${text ? `${type} that is not JSON` : "an empty body"}`,
      cause,
    );
    this.status = status;
    this.headers = headers;
    this.excerpt = text.slice(0, 200);
  }
}
