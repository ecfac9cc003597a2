import { type CallDetails, CallError } from "./call-error.ts";

export interface ApiErrorDetails extends CallDetails {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly excerpt: string;
  readonly requestId: string | undefined;
}

/** The API answered with a status that is not a success. */
export class ApiError extends CallError<ApiErrorDetails> implements ApiErrorDetails {
  override readonly name: string = "ApiError";
  declare readonly status: number;
  /** Not among what is printed of the error, nor is the body. */
  declare readonly headers: Headers;
  /** The response's body, parsed if it is JSON; undefined if it has none. */
  declare readonly body: unknown;
  /** The first 200 characters of the body. */
  declare readonly excerpt: string;
  /** The id that the response gives the request: tell it to the API's support. */
  declare readonly requestId: string | undefined;
}
