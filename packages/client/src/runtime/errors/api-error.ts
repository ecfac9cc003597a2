import { type CallDetails, CallError } from "./call-error.ts";

/** The API answered with a status that is not a success. */
export class ApiError<Status extends number = number, Body = unknown> extends CallError {
  override readonly name: string = "ApiError";
  readonly status: Status;
  /** The response's body, parsed if it is JSON; undefined if it has none. */
  readonly body: Body;
  /** What to give the API's support: the id that the response has for the request. */
  readonly requestId: string | undefined;
  readonly headers: Headers;

  constructor(details: CallDetails & { response: Response; body: unknown; requestId: string | undefined }) {
    const { response, body, requestId } = details;
    super(details, `was answered ${response.status} ${response.statusText}`.trimEnd());
    // Which class is made for a status, and what its body is, is the description's word.
    this.status = response.status as Status;
    this.body = body as Body;
    this.requestId = requestId;
    this.headers = response.headers;
  }
}
