import { type CallDetails, CallError } from "./call-error.ts";

interface ResponseParseErrorDetails extends CallDetails {
  readonly status: number;
  readonly headers: Headers;
  readonly excerpt: string;
}

/** The response was a success, and its body is not JSON as it should be: it is something else, cut short, or empty. */
export class ResponseParseError
  extends CallError<ResponseParseErrorDetails>
  implements ResponseParseErrorDetails
{
  override readonly name = "ResponseParseError";
  declare readonly status: number;
  /** Not among what is printed of the error. */
  declare readonly headers: Headers;
  /** The first 200 characters of the body. */
  declare readonly excerpt: string;
}
